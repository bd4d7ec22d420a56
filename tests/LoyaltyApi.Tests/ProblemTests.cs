using System.Net;
using System.Text;
using System.Text.Json.Nodes;

namespace LoyaltyApi.Tests;

/// <summary>What a caller did wrong is said in problem details, in the words of this API, also in production.</summary>
public sealed class ProblemTests
{
    [Theory]
    [InlineData("{")]
    [InlineData("nonsense")]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("""{"card":5,"points":100}""")]
    [InlineData("""{"card":"ANNA","points":"many"}""")]
    [InlineData("""{"card":"ANNA","points":1e99}""")]
    [InlineData("""{"points":100}""")]
    [InlineData("""{"card":"","points":100}""")]
    [InlineData("""{"card":"..","points":100}""")]
    public async Task A_body_that_cannot_be_used_is_answered_with_problem_details_that_name_the_card(string body)
    {
        await using var shop = new Shop();

        var response = await shop.Http.PostAsync("/orders/order-1/points", new StringContent(body, Encoding.UTF8, "application/json"));

        var detail = await DetailAsync(response, HttpStatusCode.BadRequest);
        Assert.Contains("'card'", detail, StringComparison.Ordinal);
        Assert.DoesNotContain("memberId", detail, StringComparison.Ordinal);
        Assert.Empty(shop.Sandbox.Requests);
    }

    [Fact]
    public async Task A_card_that_cannot_be_a_path_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        var detail = await DetailAsync(await shop.Http.GetAsync("/cards/%0A"), HttpStatusCode.BadRequest);

        Assert.Contains("'card'", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_order_that_cannot_be_a_source_id_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        var detail = await DetailAsync(await shop.CreditAsync("order%0A1", 100), HttpStatusCode.BadRequest);

        Assert.Contains("order id", detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_of_another_kind_is_answered_with_problem_details()
    {
        await using var shop = new Shop();

        await DetailAsync(
            await shop.Http.PostAsync("/orders/order-1/points", new StringContent("<card/>", Encoding.UTF8, "text/xml")),
            HttpStatusCode.UnsupportedMediaType);
    }

    private static async Task<string> DetailAsync(HttpResponseMessage response, HttpStatusCode status)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == status, $"{response.StatusCode} {body}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(body)!;
        Assert.Equal((int)status, problem["status"]!.GetValue<int>());
        return problem["detail"]?.GetValue<string>() ?? "";
    }
}
