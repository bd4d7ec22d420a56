using System.Net;

namespace LoyaltyApi.Tests;

public sealed class WebhookTests
{
    private const string PointsAdded = """
        {"id":"whs_1","type":"voucher.loyalty_card.points_added","event":{"id":"ev_1","created_at":"2026-01-02T03:04:05Z"},
        "data":{"voucher":{"code":"ANNA"},"balance":{"points":50,"balance":550}}}
        """;

    [Fact]
    public async Task Added_points_are_listed_once_even_if_the_webhook_is_repeated()
    {
        await using var shop = new Shop();

        var first = await shop.SendWebhookAsync(PointsAdded);
        var again = await shop.SendWebhookAsync(PointsAdded);

        Assert.Equal((HttpStatusCode.NoContent, HttpStatusCode.NoContent), (first.StatusCode, again.StatusCode));
        Assert.Equal(
            """[{"card":"ANNA","points":50,"balance":550,"at":"2026-01-02T03:04:05+00:00"}]""",
            (await shop.GetAsync("/arrivals"))!.ToJsonString(
                new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }));
    }

    [Fact]
    public async Task A_webhook_with_a_wrong_signature_is_refused()
    {
        await using var shop = new Shop();

        Assert.Equal(HttpStatusCode.Unauthorized, (await shop.SendWebhookAsync(PointsAdded, secret: "another")).StatusCode);
        Assert.Equal(
            HttpStatusCode.Unauthorized, (await shop.Http.PostAsync("/webhooks/voucherify", new StringContent(PointsAdded))).StatusCode);
        Assert.Equal("[]", (await shop.GetAsync("/arrivals"))!.ToJsonString());
    }

    [Theory]
    [InlineData("""{"type":"voucher.loyalty_card.from_tomorrow","data":{}}""", HttpStatusCode.NoContent)]
    [InlineData("nonsense", HttpStatusCode.BadRequest)]
    public async Task A_signed_webhook_about_something_else_is_accepted_unless_its_body_is_invalid(string body, HttpStatusCode expected)
    {
        await using var shop = new Shop();

        Assert.Equal(expected, (await shop.SendWebhookAsync(body)).StatusCode);
        Assert.Equal("[]", (await shop.GetAsync("/arrivals"))!.ToJsonString());
    }
}
