using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

public sealed class OrderCreditTests
{
    [Fact]
    public async Task An_order_is_credited_once_however_often_it_is_posted()
    {
        await using var shop = new Shop();

        var answers = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            answers.Add(await BodyAsync(await shop.CreditAsync("order-1", 100)));
        }

        Assert.Equal("""{"orderId":"order-1","card":"ANNA","points":100,"balance":600}""", answers[0]);
        Assert.All(answers, answer => Assert.Equal(answers[0], answer));
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task Posts_at_the_same_time_get_the_same_answer()
    {
        await using var shop = new Shop();

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ => await BodyAsync(await shop.CreditAsync("order-1", 100))));

        Assert.Single(answers.Distinct());
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task A_lost_reply_is_found_and_the_caller_does_not_notice()
    {
        await using var shop = new Shop();
        shop.Faults.Next(SandboxFault.LoseResponse);

        var answer = await shop.CreditAsync("order-1", 100);

        Assert.Equal(600, JsonNode.Parse(await BodyAsync(answer))!["balance"]!.GetValue<long>());
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task With_one_request_in_three_lost_every_order_is_credited_once()
    {
        await using var shop = new Shop(Fast);
        shop.Faults[SandboxFault.LoseResponse] = 0.2;
        shop.Faults[SandboxFault.LoseRequest] = 0.1;

        var orders = Enumerable.Range(1, 20).Select(static i => $"order-{i}").ToList();
        foreach (var order in orders)
        {
            for (var tries = 1; (await shop.CreditAsync(order, 10)).StatusCode != HttpStatusCode.OK; tries++)
            {
                Assert.True(tries < 20, $"{order} is still not credited.");
            }
        }

        Assert.Equal(orders.Select(static order => $"ANNA {order} 10"), shop.Effects);
        Assert.Equal(700, (await shop.GetAsync("/cards/ANNA"))!["balance"]!.GetValue<long>());
    }

    [Fact]
    public async Task An_unknown_outcome_asks_for_the_same_request_later_and_that_finds_it()
    {
        await using var shop = new Shop(static options => options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromSeconds(1));
        shop.Faults.Next(SandboxFault.LoseResponse);
        shop.Faults[SandboxFault.LoseRequest] = 1;

        var unknown = await shop.CreditAsync("order-1", 100);
        shop.Faults[SandboxFault.LoseRequest] = 0;
        var repeated = await shop.CreditAsync("order-1", 100);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, unknown.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(30), unknown.Headers.RetryAfter?.Delta);
        Assert.Contains("Repeat the same request", await unknown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, repeated.StatusCode);
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Theory]
    [InlineData(200, "ANNA")]
    [InlineData(100, "BEN")]
    public async Task Another_credit_for_the_same_order_is_a_conflict(long points, string card)
    {
        await using var shop = new Shop();
        await shop.CreditAsync("order-1", 100);

        Assert.Equal(HttpStatusCode.Conflict, (await shop.CreditAsync("order-1", points, card)).StatusCode);
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task A_refused_credit_can_be_made_right()
    {
        await using var shop = new Shop();

        var refused = await shop.CreditAsync("order-1", 100, "NOBODY");
        var right = await shop.CreditAsync("order-1", 100);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.OK), (refused.StatusCode, right.StatusCode));
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Theory]
    [InlineData("order-1", 0)]
    [InlineData("order-1", -5)]
    [InlineData("order%0A1", 5)]
    public async Task What_makes_no_sense_is_a_bad_request(string order, long points)
    {
        await using var shop = new Shop();

        Assert.Equal(HttpStatusCode.BadRequest, (await shop.CreditAsync(order, points)).StatusCode);
        Assert.Empty(shop.Sandbox.Requests);
    }

    // The sandbox applies at once, so what is not there a moment later never left.
    private static void Fast(LoyaltyClientOptions options)
    {
        options.Retry.BaseDelay = options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10);
        options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromMilliseconds(100);
    }

    private static async Task<string> BodyAsync(HttpResponseMessage answer)
    {
        var body = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.StatusCode == HttpStatusCode.OK, $"{answer.StatusCode} {body}");
        return body;
    }
}
