using System.Net;
using System.Text.Json.Nodes;
using Voucherify.Loyalties;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyApi.Tests;

public sealed class OrderCreditTests
{
    [Fact]
    public async Task An_order_that_is_posted_repeatedly_is_credited_once()
    {
        await using var shop = new Shop();

        var responses = new List<string>();
        for (var i = 0; i < 3; i++)
        {
            responses.Add(await BodyAsync(await shop.CreditAsync("order-1", 100)));
        }

        Assert.Equal("""{"orderId":"order-1","card":"ANNA","points":100,"balance":600}""", responses[0]);
        Assert.All(responses, response => Assert.Equal(responses[0], response));
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task Concurrent_posts_of_an_order_get_the_same_response()
    {
        await using var shop = new Shop();

        var responses = await Task.WhenAll(
            Enumerable.Range(0, 8).Select(async _ => await BodyAsync(await shop.CreditAsync("order-1", 100))));

        Assert.Single(responses.Distinct());
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task A_credit_whose_response_was_lost_is_found_and_returned()
    {
        await using var shop = new Shop();
        shop.Faults.AppliesTo = SandboxFaultTargets.Writes;
        shop.Faults.Next(SandboxFault.LoseResponse);

        var response = await shop.CreditAsync("order-1", 100);

        Assert.Equal(600, JsonNode.Parse(await BodyAsync(response))!["balance"]!.GetValue<long>());
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task Every_order_is_credited_once_while_a_third_of_the_requests_is_lost()
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

        shop.Faults[SandboxFault.LoseResponse] = shop.Faults[SandboxFault.LoseRequest] = 0;
        Assert.Equal(orders.Select(static order => $"ANNA {order} 10"), shop.Effects);
        Assert.Equal(700, (await shop.GetAsync("/cards/ANNA"))!["balance"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_credit_that_arrives_late_is_found_and_returned()
    {
        await using var shop = new Shop(static options => options.TotalTimeout = options.AttemptTimeout = TimeSpan.FromSeconds(1));
        shop.Faults.AppliesTo = SandboxFaultTargets.Writes;
        shop.Faults.MinLateDelivery = shop.Faults.MaxLateDelivery = TimeSpan.FromSeconds(1.5);
        shop.Faults.Next(SandboxFault.DeliverLate);

        var first = await shop.CreditAsync("order-1", 100);
        var repeated = await shop.CreditAsync("order-1", 100);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (first.StatusCode, repeated.StatusCode));
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Other_points_for_the_same_order_are_a_conflict(bool isRestarted)
    {
        await using var shop = new Shop();
        await shop.CreditAsync("order-1", 100);
        if (isRestarted)
        {
            await shop.RestartAsync();
        }

        Assert.Equal(HttpStatusCode.Conflict, (await shop.CreditAsync("order-1", 200)).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, (await shop.CreditAsync("order-1", 100, "BEN")).StatusCode);
        Assert.Equal(["ANNA order-1 100"], shop.Effects);
    }

    [Fact]
    public async Task An_order_that_is_posted_again_after_a_restart_is_credited_once()
    {
        await using var shop = new Shop();
        var before = await BodyAsync(await shop.CreditAsync("order-1", 100));
        await BodyAsync(await shop.CreditAsync("order-2", 70));

        await shop.RestartAsync();
        var after = await BodyAsync(await shop.CreditAsync("order-1", 100));

        Assert.Equal(before, after);
        Assert.Equal(["ANNA order-1 100", "ANNA order-2 70"], shop.Effects);
        Assert.Equal(670, (await shop.GetAsync("/cards/ANNA"))!["balance"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_credit_that_was_rejected_can_be_corrected()
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
    public async Task An_invalid_credit_is_a_bad_request(string order, long points)
    {
        await using var shop = new Shop();

        Assert.Equal(HttpStatusCode.BadRequest, (await shop.CreditAsync(order, points)).StatusCode);
        Assert.Empty(shop.Sandbox.Requests);
    }

    // The sandbox applies at once, so an adjustment that is not there a moment later was never sent.
    private static void Fast(LoyaltyClientOptions options)
    {
        options.Retry.BaseDelay = options.Reconciliation.BaseDelay = TimeSpan.FromMilliseconds(10);
        options.Reconciliation.ServiceErrorWindow = options.Reconciliation.NoAnswerWindow = TimeSpan.FromMilliseconds(100);
    }

    private static async Task<string> BodyAsync(HttpResponseMessage response)
    {
        var body = await response.Content.ReadAsStringAsync();
        Assert.True(response.StatusCode == HttpStatusCode.OK, $"{response.StatusCode} {body}");
        return body;
    }
}
