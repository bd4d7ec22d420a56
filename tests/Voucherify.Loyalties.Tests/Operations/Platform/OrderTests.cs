using System.Net;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Operations.Platform;

/// <summary>Orders, which both versions share.</summary>
public sealed class OrderTests
{
    private const string AsWanted =
        """{"id":"ord_1","source_id":"order-1001","status":"PAID","amount":12500,"total_amount":1,"metadata":{"shop":"Berlin","x":1}}""";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    public static TheoryData<string> Others { get; } =
    [
        "",
        """{"id":"ord_1","source_id":"order-1001","status":"CREATED","amount":12500,"metadata":{"shop":"Berlin"}}""",
        """{"id":"ord_1","source_id":"order-1001","status":"PAID","amount":12400,"metadata":{"shop":"Berlin"}}""",
        """{"id":"ord_1","source_id":"order-1001","status":"PAID","amount":12500}""",
    ];

    private static Func<LoyaltyClient, Task<OrderCalculated>>[] Writes =>
    [
        static client => client.Orders.UpsertOrderAsync(
            new()
            {
                SourceId = "order-1001",
                Status = OrderStatus.Paid,
                Amount = 12_500,
                Metadata = new() { ["shop"] = "Berlin" },
                Customer = new() { SourceId = "shop-42" },
            },
            Token),
        static client => client.Orders.UpdateOrderAsync(
            "order-1001", new() { Status = OrderStatus.Paid, Amount = 12_500, Metadata = new() { ["shop"] = "Berlin" } }, Token),
    ];

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
    public async Task An_order_that_is_as_wanted_after_a_lost_response_is_returned()
    {
        foreach (var write in Writes)
        {
            using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(AsWanted));

            Assert.Equal("ord_1", (await test.Clock.RunToEnd(write(test.Client))).Id.Value);

            Assert.Equal(2, test.Attempts);
            Assert.Equal("/v1/orders/order-1001", test.Handler.Requests[1].Uri.AbsolutePath);
        }
    }

    [Theory, MemberData(nameof(Others))]
    public async Task A_write_of_an_order_is_never_repeated_after_a_lost_response_because_it_may_earn_points(string found)
    {
        foreach (var write in Writes)
        {
            var read = found.Length == 0
                ? Steps.Respond(HttpStatusCode.NotFound, """{"code":404,"key":"not_found","message":"Not found"}""")
                : Steps.Ok(found);
            using var test = new ScriptedClient(Steps.ByMethod([Steps.LoseConnection()], [read]));

            await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(write(test.Client)));

            Assert.Single(test.Handler.Requests, static request => request.Method != HttpMethod.Get);
        }
    }

    [Fact]
    public async Task A_late_order_is_found_by_a_later_read()
    {
        using var test = new ScriptedClient(
            Steps.LoseConnection(), Steps.Ok("""{"id":"ord_1","status":"CREATED","amount":12500}"""), Steps.Ok(AsWanted));

        Assert.Equal("ord_1", (await test.Clock.RunToEnd(Writes[0](test.Client))).Id.Value);
    }

    [Fact]
    public async Task A_request_that_sets_nothing_of_the_order_cannot_be_told()
    {
        using var test = new ScriptedClient(Steps.LoseConnection(), Steps.Ok(AsWanted));

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => test.Clock.RunToEnd(
            test.Client.Orders.UpdateOrderAsync("order-1001", new() { Customer = new() { Id = "cust_1" } }, Token)));
    }

    [Fact]
    public async Task A_paid_order_earns_once_when_its_response_is_lost()
    {
        using var rig = new CardRig(applyLag: TimeSpan.Zero);
        rig.Strike(SandboxFault.LoseResponse);

        var order = await rig.Run(rig.Client.Orders.UpsertOrderAsync(
            new() { SourceId = "order-1001", Status = OrderStatus.Paid, Amount = 12_500, Customer = new() { SourceId = "customer-42" } },
            Token));

        Assert.Equal((OrderStatus.Paid, 12_500), (order.Status!.Value.Value, order.Amount));
        Assert.Equal(1, rig.Posts);
    }
}
