using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations.Platform;

/// <summary>Orders, which both versions share.</summary>
public sealed class OrderTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_order_is_created_or_changed_by_its_source_id()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("OrderCalculated"));

        var order = await test.Client.Orders.UpsertOrderAsync(
            new() { SourceId = "order-1001", Status = OrderStatus.Paid, Amount = 12_500, Customer = new() { Id = "cust_1" } }, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v1/orders",
            """{"source_id":"order-1001","status":"PAID","amount":12500,"customer":{"id":"cust_1"}}""");
        SampleResponses.AssertComplete("OrderCalculated", order, PlatformJson.OrderCalculated);
    }

    [Fact]
    public async Task An_order_is_read_and_changed_by_either_id()
    {
        using var test = new ScriptedClient(SampleResponses.Ok("OrderCalculated"), SampleResponses.Ok("OrderCalculated"));

        await test.Client.Orders.GetOrderAsync("ord_1", Token);
        await test.Client.Orders.UpdateOrderAsync("order-1001", new() { Status = OrderStatus.Canceled }, Token);

        Assert.Equal(
            [("GET", "/v1/orders/ord_1", null), ("PUT", "/v1/orders/order-1001", """{"status":"CANCELED"}""")],
            test.Handler.Requests.Select(static request => (request.Method.Method, request.Uri.AbsolutePath, request.Body)));
    }

    [Fact]
    public async Task An_order_without_an_id_or_with_a_customer_without_one_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient(Steps.Ok("{}"));
        var orders = test.Client.Orders;
        UpsertOrderRequest[] invalid =
        [
            new() { Amount = 1 },
            new() { Id = default(OrderId) },
            new() { Id = "cust_1" },
            new() { SourceId = "o", Customer = new() { Name = "Anna" } },
            new() { SourceId = "o", Customer = new() { Id = "ord_1" } },
            new() { SourceId = "o", Referrer = new() },
        ];

        foreach (var order in invalid)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => orders.UpsertOrderAsync(order, Token));
        }

        await Assert.ThrowsAsync<ArgumentException>("orderId", () => orders.UpdateOrderAsync("lmbr_1", new(), Token));
        await Assert.ThrowsAsync<ArgumentException>(() => orders.UpdateOrderAsync("o", new() { Customer = new() }, Token));
        await Assert.ThrowsAsync<ArgumentException>(
            () => test.Clock.RunToEnd(orders.UpdateOrderAsync("o", new() { ReferrerId = default(CustomerId) }, Token)));
        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_write_of_an_order_is_never_repeated_after_a_lost_response_because_it_may_earn_points()
    {
        Func<LoyaltyClient, Task>[] writes =
        [
            static client => client.Orders.UpsertOrderAsync(new() { SourceId = "o", Status = OrderStatus.Paid }, Token),
            static client => client.Orders.UpdateOrderAsync("ord_1", new() { Status = OrderStatus.Paid }, Token),
        ];

        foreach (var write in writes)
        {
            using var test = new ScriptedClient(Steps.LoseConnection());

            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(write(test.Client)));

            Assert.Equal(1, test.Attempts);
        }
    }
}
