using System.Text.Json;
using Voucherify.Loyalties.ClientOptions;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>A purchase of a reward has one effect. It has no id, so its reward tells it from others.</summary>
public sealed class PurchaseTests
{
    private static readonly RequestOptions Patient = new() { Timeout = TimeSpan.FromMinutes(10) };
    private static readonly RequestOptions Impatient = new() { Timeout = TimeSpan.FromMilliseconds(100) };

    public static TheoryData<SandboxFault> Recorded => CardAdjustmentTests.RecordedButUnknown;

    public static TheoryData<SandboxFault> NotRecorded => CardAdjustmentTests.NotRecordedButUnknown;

    [Fact]
    public async Task A_purchase_returns_when_it_is_applied()
    {
        using var rig = new PurchaseRig();

        var purchase = await rig.Run(rig.PurchaseAsync());

        Assert.Equal((RewardTransactionStatus.Approved, rig.RewardId), (purchase.Status!.Value.Value, purchase.RewardId));
        Assert.Equal((false, false), (purchase.Recovered, purchase.Assumed));
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(Recorded))]
    public async Task A_purchase_that_was_recorded_is_found_and_never_sent_again(SandboxFault fault)
    {
        using var rig = new PurchaseRig();
        rig.Cards.Strike(fault);

        var purchase = await rig.Run(rig.PurchaseAsync());

        Assert.Equal((true, true), (purchase.Recovered, purchase.Assumed));
        Assert.Equal(RewardTransactionStatus.Approved, purchase.Status);
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Theory, MemberData(nameof(NotRecorded))]
    public async Task A_purchase_that_was_not_recorded_is_sent_again_after_the_window(SandboxFault fault)
    {
        using var rig = new PurchaseRig();
        rig.Cards.Strike(fault);
        var started = rig.Cards.Clock.GetUtcNow();

        var purchase = await rig.Run(rig.PurchaseAsync(Patient));

        Assert.False(purchase.Recovered);
        Assert.Equal([-100], rig.Effects);
        var window = fault is SandboxFault.ServerErrorBefore
            ? ReconciliationDefaults.ServiceErrorWindow
            : ReconciliationDefaults.NoAnswerWindow;
        Assert.InRange(rig.Cards.Clock.GetUtcNow() - started, window, window + TimeSpan.FromSeconds(25));
    }

    [Fact]
    public async Task Of_two_purchases_of_a_reward_the_one_that_was_lost_is_found_or_sent_again()
    {
        using var rig = new PurchaseRig();
        await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var second = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var third = await rig.Run(rig.PurchaseAsync(Patient));

        Assert.Equal((true, false), (second.Recovered, third.Recovered));
        Assert.Equal([-100, -100, -100], rig.Effects);
        Assert.Equal(4, rig.Posts);
    }

    [Fact]
    public async Task Two_purchases_that_may_be_the_lost_one_make_it_unknown()
    {
        using var rig = new PurchaseRig();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var call = rig.PurchaseAsync(Patient);
        var other = await rig.ElsewhereAsync(
            purchases => purchases.PurchaseRewardAsync(rig.Cards.Program, rig.Cards.Member.Id, new() { RewardId = rig.RewardId }));

        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(call));

        Assert.Equal(2, error.Candidates.Count);
        Assert.Contains(other.Id.Value, error.Candidates);
        Assert.Equal(2, rig.Posts);
    }

    [Fact]
    public async Task A_refused_purchase_is_not_searched_for()
    {
        using var rig = new PurchaseRig();
        await rig.Run(rig.Cards.AdjustAsync("all", points: -950));
        var reads = rig.Cards.Reads;

        var error = await Assert.ThrowsAsync<LoyaltyApiException>(() => rig.Run(rig.PurchaseAsync()));

        Assert.Equal((LoyaltyErrorKeys.InsufficientCardBalance, reads), (error.Key, rig.Cards.Reads));
    }

    [Fact]
    public async Task A_rejected_purchase_throws()
    {
        using var rig = new PurchaseRig();
        rig.Cards.Sandbox.Faults.Next(SandboxFault.RejectLate);

        var error = await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.PurchaseAsync()));

        Assert.StartsWith("lrtx_", error.TransactionId, StringComparison.Ordinal);
        Assert.Empty(rig.Effects);
    }

    [Fact]
    public async Task A_call_that_returns_when_recorded_leaves_the_wait_to_another_one()
    {
        using var rig = new PurchaseRig(TimeSpan.FromSeconds(5));

        var recorded = await rig.Run(rig.PurchaseAsync(new RequestOptions { WaitUntil = WriteCompletion.Accepted }));
        var ended = await rig.Run(
            rig.Cards.Client.V2.Purchases.WaitForPurchaseAsync(rig.Cards.Program, rig.Cards.Member.Id, recorded.Id));

        Assert.Equal(RewardTransactionStatus.Pending, recorded.Status);
        Assert.Equal((recorded.Id, true), (ended.Id, ended.HasEnded));
    }

    [Fact]
    public async Task A_resume_after_a_crash_finds_the_purchase()
    {
        using var rig = new PurchaseRig();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PurchaseAsync(Impatient)));
        rig.Cards.Restart();
        var stored = JsonSerializer.Serialize((PendingPurchase)error.Pending!);

        var purchase = await rig.Run(rig.ResumeAsync(JsonSerializer.Deserialize<PendingPurchase>(stored)));

        Assert.Equal(stored, JsonSerializer.Serialize(JsonSerializer.Deserialize<PendingPurchase>(stored)));
        Assert.Equal((true, true), (purchase.Recovered, purchase.Assumed));
        Assert.Equal([-100], rig.Effects);
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_resume_does_not_take_a_known_purchase_for_the_lost_one()
    {
        using var rig = new PurchaseRig();
        var booked = await rig.Run(rig.PurchaseAsync());
        rig.Cards.Strike(SandboxFault.LoseRequest);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PurchaseAsync(Impatient)));
        rig.Cards.Restart();

        var purchase = await rig.Run(rig.ResumeAsync((PendingPurchase)error.Pending! with { KnownTransactions = [booked.Id] }));

        Assert.False(purchase.Recovered);
        Assert.Equal([-100, -100], rig.Effects);
    }

    [Fact]
    public async Task The_client_settles_an_unknown_purchase_in_the_background()
    {
        using var rig = new PurchaseRig();
        rig.Cards.Strike(SandboxFault.LoseResponse);
        var error = await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(rig.PurchaseAsync(Impatient)));

        var outcome = await rig.Run(error.WaitForOutcomeAsync(TestContext.Current.CancellationToken));

        Assert.Equal((WriteOutcomeKind.Applied, rig.RewardId), (outcome.Kind, outcome.Purchase!.RewardId));
        Assert.Equal(1, rig.Posts);
    }

    [Fact]
    public async Task A_simulation_moves_no_points()
    {
        using var rig = new PurchaseRig();

        var simulated = await rig.Run(rig.SimulateAsync());

        Assert.Equal((RewardTransactionStatus.Simulated, 100), (simulated.Status!.Value.Value, simulated.Details!.Points!.Total));
        Assert.Empty(rig.Effects);
    }
}
