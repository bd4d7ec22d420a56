using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>A purchase is refunded once. After a lost response, the purchase says whether it is refunded.</summary>
public sealed class RefundTests
{
    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };
    private static readonly RequestOptions Impatient = new() { Timeout = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<SandboxFault> Recorded => CardAdjustmentTests.RecordedButUnknown;

    public static TheoryData<SandboxFault> NotRecorded => CardAdjustmentTests.NotRecordedButUnknown;

    [Fact]
    public async Task A_refund_returns_its_transaction()
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());

        var refund = await rig.Run(rig.RefundAsync(purchase));
        rig.Cards.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.Equal((RewardTransactionType.Refund, false), (refund.Refund!.Type!.Value.Value, refund.Recovered));
        Assert.Null(refund.Purchase);
        Assert.Equal([-100, 100], rig.Effects);
    }

    [Theory, MemberData(nameof(Recorded))]
    public async Task A_refund_whose_response_was_lost_is_seen_in_the_purchase(SandboxFault fault)
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(fault);

        var refund = await rig.Run(rig.RefundAsync(purchase));
        rig.Cards.Clock.Advance(TimeSpan.FromSeconds(5));

        Assert.True(refund.Recovered);
        Assert.Null(refund.Refund);
        Assert.Equal((purchase.Id, RewardTransactionStatus.Refunded), (refund.Purchase!.Id, refund.Purchase.Status!.Value.Value));
        Assert.Equal([-100, 100], rig.Effects);
        Assert.Equal(1, rig.Refunds);
    }

    [Theory, MemberData(nameof(NotRecorded))]
    public async Task A_refund_that_was_lost_is_sent_again_after_the_window(SandboxFault fault)
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(fault);
        var started = rig.Cards.Clock.GetUtcNow();

        var refund = await rig.Run(rig.RefundAsync(purchase, Patient));

        Assert.False(refund.Recovered);
        Assert.Equal(2, rig.Refunds);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Cards.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task A_second_refund_is_refused_by_the_service()
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        await rig.Run(rig.RefundAsync(purchase));
        var reads = rig.Cards.Reads;

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(rig.RefundAsync(purchase)));

        Assert.Equal((LoyaltyErrorKeys.NonApprovedRewardTransaction, reads), (error.Key, rig.Cards.Reads));
    }

    [Fact]
    public async Task A_lost_refund_that_somebody_else_has_made_is_done()
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var call = rig.RefundAsync(purchase, Patient);
        await rig.ElsewhereAsync(
            purchases => purchases.RefundPurchaseAsync(rig.Cards.Program, rig.Cards.Member.Id, purchase.Id, PurchaseRig.AllowRefund));

        var refund = await rig.Run(call);

        Assert.True(refund.Recovered);
        Assert.Equal(2, rig.Refunds);
    }

    [Fact]
    public async Task A_call_that_is_made_anew_continues_the_earlier_one()
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(SandboxFault.LoseResponse);
        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.RefundAsync(purchase, Impatient)));

        var refund = await rig.Run(rig.RefundAsync(purchase));

        Assert.True(refund.Recovered);
        Assert.Equal(1, rig.Refunds);
    }

    [Fact]
    public async Task A_refund_of_a_purchase_of_another_member_stays_unknown_after_a_lost_response()
    {
        using var rig = new PurchaseRig();
        var purchase = await rig.Run(rig.PurchaseAsync());
        var other = rig.Cards.Sandbox.V2.AddMember(rig.Cards.Program);
        rig.Cards.Strike(SandboxFault.LoseResponse);

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(
            rig.Cards.Client.V2.Purchases.RefundPurchaseAsync(rig.Cards.Program, other.Id, purchase.Id, PurchaseRig.AllowRefund, Patient)));

        Assert.Contains(purchase.Id.Value, error.Message, StringComparison.Ordinal);
        Assert.Equal(1, rig.Refunds);
    }

    [Fact]
    public async Task A_refund_does_not_wait_for_the_member()
    {
        using var rig = new PurchaseRig(TimeSpan.FromSeconds(5));
        var purchase = await rig.Run(rig.PurchaseAsync());

        var gift = rig.Cards.AdjustAsync("gift");
        var refund = rig.RefundAsync(purchase);

        Assert.True(refund.IsCompletedSuccessfully);
        Assert.False(gift.IsCompleted);
        await rig.Run(Task.WhenAll(gift, refund));
    }
}
