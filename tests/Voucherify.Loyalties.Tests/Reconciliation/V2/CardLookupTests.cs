using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>A lookup of an adjustment of version 2, by its marker or by its transaction. It sends nothing.</summary>
public sealed class CardLookupTests
{
    [Fact]
    public async Task An_adjustment_that_was_applied_is_found_by_its_marker()
    {
        using var rig = new CardRig();
        await rig.Run(rig.AdjustAsync("order-1"));
        var reads = rig.Reads;

        var found = await rig.Run(Find(rig));

        Assert.Equal((true, 100L), (found!.Transaction!.HasEnded, found.Points));
        Assert.Equal((1, reads + 1), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task A_recorded_adjustment_is_returned_with_its_state()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(1));
        var sent = await rig.Run(rig.AdjustAsync("order-1", options: new RequestOptions { WaitUntil = WriteCompletion.Accepted }));

        var byMarker = await rig.Run(Find(rig));
        var byId = await rig.Run(Find(rig, sent.Transaction!.Id));

        Assert.All(
            [byMarker, byId],
            found => Assert.Equal((sent.Transaction.Id, false), (found!.Transaction!.Id, found.Transaction.HasEnded)));
    }

    [Fact]
    public async Task A_rejected_adjustment_is_told_with_its_transaction()
    {
        using var rig = new CardRig();
        rig.Strike(SandboxFault.RejectLate);
        await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(rig.AdjustAsync("order-1")));

        await Assert.ThrowsAsync<LoyaltyTransactionRejectedException>(() => rig.Run(Find(rig)));
    }

    [Fact]
    public async Task An_adjustment_that_is_not_listed_is_null_after_one_read()
    {
        using var rig = new CardRig();

        Assert.Null(await rig.Run(Find(rig)));
        Assert.Equal((0, 1), (rig.Posts, rig.Reads));
    }

    [Fact]
    public async Task A_transaction_without_a_marker_that_may_be_the_adjustment_leaves_it_unknown()
    {
        using var rig = new CardRig();
        await rig.AdjustByHandAsync(100);

        await Assert.ThrowsAsync<LoyaltyOutcomeUnknownException>(() => rig.Run(Find(rig)));
    }

    private static Task<PointsAdjustment?> Find(CardRig rig, CardTransactionId transactionId = default) =>
        rig.Client.V2.Cards.FindCardPointsAsync(
            new PendingAdjustment
            {
                ProgramId = rig.Program,
                MemberId = rig.Member.Id,
                CardId = rig.Card,
                Points = 100,
                SourceId = "order-1",
            },
            TimeSpan.FromHours(1),
            transactionId);
}
