using System.Net;

namespace LoyaltyApi.Tests;

public sealed class WebhookTests
{
    private const string PointsAdded = """
        {"id":"whs_1","type":"voucher.loyalty_card.points_added","event":{"id":"ev_1","created_at":"2026-01-02T03:04:05Z"},
        "data":{"voucher":{"code":"ANNA"},"balance":{"points":50,"balance":550}}}
        """;

    [Fact]
    public async Task Points_that_arrive_show_once_however_often_they_are_told_of()
    {
        await using var shop = new Shop();

        var first = await shop.TellAsync(PointsAdded);
        var again = await shop.TellAsync(PointsAdded);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, again.StatusCode));
        Assert.Equal(
            """[{"card":"ANNA","points":50,"balance":550,"at":"2026-01-02T03:04:05+00:00"}]""",
            (await shop.GetAsync("/arrivals"))!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_wrong_signature_is_refused()
    {
        await using var shop = new Shop();

        Assert.Equal(HttpStatusCode.Unauthorized, (await shop.TellAsync(PointsAdded, secret: "another")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await shop.Http.PostAsync("/webhooks/voucherify", new StringContent(PointsAdded))).StatusCode);
        Assert.Equal("[]", (await shop.GetAsync("/arrivals"))!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"voucher.loyalty_card.from_tomorrow","data":{}}""", HttpStatusCode.NoContent)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task What_is_signed_but_not_about_points_is_answered(string body, HttpStatusCode expected)
    {
        await using var shop = new Shop();

        Assert.Equal(expected, (await shop.TellAsync(body)).StatusCode);
        Assert.Equal("[]", (await shop.GetAsync("/arrivals"))!.ToJsonString());
    }
}
