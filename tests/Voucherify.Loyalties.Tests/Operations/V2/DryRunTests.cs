using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Operations.V2;

/// <summary>The method alone decides whether a call pays or only computes what a payment would be.</summary>
public sealed class DryRunTests
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_simulated_payment_sends_the_mode_of_a_dry_run()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"transaction":{"status":"SIMULATED"},"status":"DRY_RUN","message":""}"""));
        var request = new PayOrderRequest
        {
            CardId = "lcrd_3",
            Order = OrderReference.ById("ord_1"),
            Limit = PaymentLimit.Amount(500),
        };

        var result = await test.Client.V2.Payments.SimulateOrderPaymentAsync("lprg_1", "lmbr_2", request, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v2/loyalties/programs/lprg_1/members/lmbr_2/orders/payments",
            """
            {"card_id":"lcrd_3","order":{"id":"ord_1"},"payment_limit":{"type":"AMOUNT_LIMIT","amount_limit":{"max":500}},"mode":"DRY_RUN"}
            """.ReplaceLineEndings(""));
        Assert.Equal((OrderTransactionStatus.Simulated, false), (result.Status?.Value, result.Id.HasValue));
        Assert.Equal(Idempotency.Safe, V2Operations.SimulateOrderPayment.Idempotency);
    }

    [Fact]
    public async Task A_simulated_purchase_sends_the_mode_of_a_dry_run()
    {
        using var test = new ScriptedClient(Steps.Ok("""{"transaction":{"status":"SIMULATED"},"status":"DRY_RUN","message":""}"""));

        await test.Client.V2.Purchases.SimulatePurchaseAsync("lprg_1", "lmbr_2", new() { RewardId = "lrew_3" }, Token);

        test.AssertSent(
            HttpMethod.Post,
            "/v2/loyalties/programs/lprg_1/members/lmbr_2/rewards/purchases",
            """{"reward_id":"lrew_3","mode":"DRY_RUN"}""");
        Assert.Equal(Idempotency.Safe, V2Operations.SimulatePurchase.Idempotency);
    }

    [Fact]
    public async Task A_payment_without_exactly_one_id_of_the_order_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient();
        var payments = test.Client.V2.Payments;
        OrderReference[] orders = [new(), new() { Id = "ord_1", SourceId = "order-1" }, OrderReference.ById("cust_1")];
        foreach (var order in orders)
        {
            await Assert.ThrowsAsync<ArgumentException>(
                () => payments.SimulateOrderPaymentAsync("lprg_1", "lmbr_2", new() { CardId = "lcrd_3", Order = order }, Token));
        }

        Assert.Equal(0, test.Attempts);
    }

    [Fact]
    public async Task A_limit_that_does_not_fit_its_type_is_refused_before_anything_is_sent()
    {
        using var test = new ScriptedClient();
        PaymentLimit[] limits =
        [
            PaymentLimit.Points(0),
            new() { Type = PaymentLimitType.PointsLimit },
            PaymentLimit.WholeBalance with { PointsLimit = new() { Max = 1 } },
        ];
        foreach (var limit in limits)
        {
            var request = new PayOrderRequest { CardId = "lcrd_3", Order = OrderReference.BySource("order-1"), Limit = limit };
            await Assert.ThrowsAsync<ArgumentException>(
                () => test.Client.V2.Payments.SimulateOrderPaymentAsync("lprg_1", "lmbr_2", request, Token));
        }

        Assert.Equal(0, test.Attempts);
    }

    [Theory]
    [InlineData("2024-05-01", "2024-05-01", "day")]
    [InlineData("2024-01-01", "2024-03-31", "day")]
    [InlineData("2024-01-01", "2025-01-01", "quarter")]
    public async Task A_report_over_too_many_days_is_refused_before_anything_is_sent(string start, string end, string resolution)
    {
        using var test = new ScriptedClient();
        var query = new GetCardDailyReportQuery
        {
            StartDate = DateOnly.Parse(start, null),
            EndDate = DateOnly.Parse(end, null),
            Resolution = resolution,
        };

        await Assert.ThrowsAsync<ArgumentException>(
            () => test.Client.V2.Reports.GetCardDailyReportAsync("lprg_1", "lmbr_2", "lcrd_3", query, Token));
        Assert.Equal(0, test.Attempts);
    }
}
