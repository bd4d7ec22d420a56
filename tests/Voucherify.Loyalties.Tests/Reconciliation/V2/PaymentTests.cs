using System.Text.Json;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>A payment of an order has one effect. It has no id, so its card, its order and its limit tell it from others.</summary>
public sealed class PaymentTests
{
    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };
    private static readonly RequestOptions Impatient = new() { Timeout = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<SandboxFault> Recorded => CardAdjustmentTests.RecordedButUnknown;

    public static TheoryData<SandboxFault> NotRecorded => CardAdjustmentTests.NotRecordedButUnknown;

    [Fact]
    public async Task A_payment_returns_when_it_is_applied()
    {
        using var rig = await PaymentRig.StartAsync();

        var payment = await rig.Run(rig.PayAsync());

        Assert.Equal(OrderTransactionStatus.Approved, payment.Status);
        Assert.Equal((100, 100), (payment.Details!.Payment!.PointsSpent, payment.Details.Metadata!.PointsLimit));
        Assert.Equal((false, false), (payment.Recovered, payment.Assumed));
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(Recorded))]
    public async Task A_payment_that_was_recorded_is_found_and_never_sent_again(SandboxFault fault)
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(fault);

        var payment = await rig.Run(rig.PayAsync());

        Assert.Equal((true, true), (payment.Recovered, payment.Assumed));
        Assert.Equal(OrderTransactionStatus.Approved, payment.Status);
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(NotRecorded))]
    public async Task A_payment_that_was_not_recorded_is_sent_again_after_the_window(SandboxFault fault)
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(fault);
        var started = rig.Cards.Clock.GetUtcNow();

        var payment = await rig.Run(rig.PayAsync(options: Patient));

        Assert.False(payment.Recovered);
        Assert.Equal([-100], rig.Effects);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Cards.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_payment_that_this_client_knows_is_not_taken_for_a_lost_one()
    {
        using var rig = await PaymentRig.StartAsync();
        await rig.Run(rig.PayAsync());
        rig.Cards.Strike(SandboxFault.LoseRequest);

        var payment = await rig.Run(rig.PayAsync(options: Patient));

        Assert.False(payment.Recovered);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task Of_two_equal_payments_the_one_that_was_lost_is_found()
    {
        using var rig = await PaymentRig.StartAsync();
        var first = await rig.Run(rig.PayAsync());
        rig.Cards.Strike(SandboxFault.LoseResponse);

        var second = await rig.Run(rig.PayAsync());

        Assert.True(second.Assumed);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task Two_payments_that_may_be_the_lost_one_make_it_unknown()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var call = rig.PayAsync(options: Patient);
        var other = await rig.PayElsewhereAsync();

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(call));

        Assert.Equal(2, error.Candidates.Count);
        Assert.Contains(other.Id.Value, error.Candidates);
        Assert.Null(error.SourceId);
        Assert.Equal(2, rig.Posts);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task A_payment_with_another_limit_is_not_the_lost_one()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var call = rig.PayAsync(options: Patient);
        await rig.PayElsewhereAsync(max: 50);

        var payment = await rig.Run(call);

        Assert.False(payment.Recovered);
        Assert.Equal([-50, -100], rig.Effects);
    }

    [Fact]
    public async Task No_candidate_is_ever_assumed_if_the_options_say_so()
    {
        using var rig = await PaymentRig.StartAsync(
            configure: static options => options.Reconciliation.Candidates = CandidateAssumption.Never);
        rig.Cards.Strike(SandboxFault.LoseResponse);

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync(options: Patient)));

        Assert.Single(error.Candidates);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task An_order_that_is_named_by_your_own_id_is_resolved_before_the_search()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseResponse);

        var payment = await rig.Run(rig.PayAsync(order: OrderReference.BySource("order-1")));

        Assert.True(payment.Assumed);
        Assert.Equal(rig.OrderId, payment.OrderId);
        Assert.Equal(1, rig.Cards.Sandbox.Requests.Where(static pair => pair.Key.StartsWith("GET /v1/orders", StringComparison.Ordinal))
            .Sum(static pair => pair.Value));
    }

    [Fact]
    public async Task A_second_payment_of_the_member_waits_until_the_first_has_ended()
    {
        using var rig = await PaymentRig.StartAsync(TimeSpan.FromSeconds(2));

        var first = rig.PayAsync();
        var second = rig.PayAsync();

        Assert.Equal(1, rig.Posts);
        await rig.Run(Task.WhenAll(first, second));
        Assert.NotEqual((await first).Id, (await second).Id);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task A_rejected_payment_throws()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Sandbox.Faults.Next(SandboxFault.RejectLate);

        var error = await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.PayAsync()));

        Assert.StartsWith("lotx_", error.TransactionId, StringComparison.Ordinal);
        Assert.Null(error.SourceId);
        Assert.NotNull(error.Reason);
        Assert.Empty(rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_rejected_payment_is_not_taken_for_the_next_one()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Sandbox.Faults.Next(SandboxFault.RejectLate);
        await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.PayAsync()));
        rig.Cards.Strike(SandboxFault.LoseRequest);

        var payment = await rig.Run(rig.PayAsync(options: Patient));

        Assert.Equal((false, 3), (payment.Recovered, rig.Posts));
        Assert.Equal([-100], rig.Effects);
    }

    [Fact]
    public async Task A_call_that_returns_when_recorded_leaves_the_wait_to_another_one()
    {
        using var rig = await PaymentRig.StartAsync(TimeSpan.FromSeconds(5));

        var recorded = await rig.Run(rig.PayAsync(options: new RequestOptions { WaitUntil = WriteCompletion.Accepted }));
        var ended = await rig.Run(
            rig.Cards.Client.V2.Payments.WaitForOrderPaymentAsync(rig.Cards.Program, rig.Cards.Member.Id, recorded.Id));

        Assert.Equal(OrderTransactionStatus.Pending, recorded.Status);
        Assert.Equal((recorded.Id, true), (ended.Id, ended.HasEnded));
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_resume_after_a_crash_finds_the_payment()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync(options: Impatient)));
        rig.Cards.Restart();
        var stored = JsonSerializer.Serialize((PendingPayment)error.Pending!);

        var payment = await rig.Run(rig.ResumeAsync(JsonSerializer.Deserialize<PendingPayment>(stored)));

        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize<PendingPayment>(stored)));
        Assert.Equal((true, true), (payment.Recovered, payment.Assumed));
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_resume_after_a_crash_pays_if_the_payment_is_absent()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync(options: Impatient)));
        rig.Cards.Restart();

        var payment = await rig.Run(rig.ResumeAsync(error.Pending));

        Assert.False(payment.Recovered);
        Assert.Equal([-100], rig.Effects);
    }

    [Fact]
    public async Task A_resume_does_not_take_a_known_payment_for_the_lost_one()
    {
        using var rig = await PaymentRig.StartAsync();
        var booked = await rig.Run(rig.PayAsync());
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync(options: Impatient)));
        rig.Cards.Restart();
        var pending = (PendingPayment)error.Pending! with { KnownTransactions = [booked.Id] };

        var payment = await rig.Run(rig.ResumeAsync(pending));

        Assert.False(payment.Recovered);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task A_resume_with_the_transaction_only_reads()
    {
        using var rig = await PaymentRig.StartAsync(TimeSpan.FromMinutes(1));
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync()));
        rig.Cards.Restart();

        var payment = await rig.Run(rig.ResumeAsync(error.Pending, new ResumeOptions { TransactionId = error.TransactionId }));

        Assert.True(error.IsRecorded);
        Assert.Equal((error.TransactionId, OrderTransactionStatus.Approved), (payment.Id.Value, payment.Status!.Value.Value));
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task The_client_settles_an_unknown_payment_in_the_background()
    {
        using var rig = await PaymentRig.StartAsync();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PayAsync(options: Impatient)));

        var outcome = await rig.Run(error.WaitForOutcomeAsync(TestContext.Current.CancellationToken));
        var next = await rig.Run(rig.PayAsync());

        Assert.Equal((WriteOutcomeKind.Applied, 100), (outcome.Kind, outcome.Payment!.Details!.Payment!.PointsSpent));
        Assert.NotEqual(outcome.Payment.Id, next.Id);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task A_simulation_moves_no_points()
    {
        using var rig = await PaymentRig.StartAsync();

        var simulated = await rig.Run(rig.SimulateAsync());

        Assert.Equal((OrderTransactionStatus.Simulated, 100), (simulated.Status!.Value.Value, simulated.Details!.Payment!.PointsSpent));
        Assert.False(simulated.Id.HasValue);
        Assert.Empty(rig.Effects);
    }

    [Fact]
    public async Task Payments_and_adjustments_of_a_member_keep_their_order()
    {
        using var rig = await PaymentRig.StartAsync(TimeSpan.FromSeconds(2));

        var gift = rig.Cards.AdjustAsync("gift", points: 5_000);
        var payment = rig.PayAsync(max: 5_500);
        await rig.Run(Task.WhenAll(gift, payment));

        Assert.Equal([-5_500], rig.Effects);
    }
}
