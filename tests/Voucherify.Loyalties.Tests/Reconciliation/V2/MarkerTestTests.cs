using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Tests.Support;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Reconciliation.V2;

/// <summary>The test that tells whether the service keeps the marker of an adjustment.</summary>
public sealed class MarkerTestTests
{
    [Theory]
    [InlineData(SandboxReasonStorage.AsSent, MarkerState.Kept)]
    [InlineData(SandboxReasonStorage.Trimmed, MarkerState.Kept)]
    [InlineData(SandboxReasonStorage.HtmlEscaped, MarkerState.Altered)]
    [InlineData(SandboxReasonStorage.CutAt200, MarkerState.Missing)]
    [InlineData(SandboxReasonStorage.Dropped, MarkerState.Missing)]
    public async Task The_report_says_what_becomes_of_the_longest_reason(SandboxReasonStorage storage, MarkerState state)
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromSeconds(3), service: new SandboxV2Options { ReasonStorage = storage });

        var report = await rig.Run(rig.Client.V2.Cards.VerifyMarkerAsync(rig.Program, rig.Member.Id, rig.Card));

        Assert.Equal((state, state == MarkerState.Kept), (report.State, report.CanTrustMarker));
        Assert.InRange(report.Sent.Length, 245, 248);
        Assert.InRange(report.ApprovedAfter, TimeSpan.FromSeconds(3), TimeSpan.FromSeconds(8));
        Assert.InRange(report.ListedAfter, TimeSpan.Zero, report.ApprovedAfter);
        Assert.Equal(1000, rig.Sandbox.V2.GetCard(rig.Card).Balance);
    }

    [Fact]
    public async Task A_transaction_can_be_waited_for()
    {
        using var rig = new CardRig(applyLag: TimeSpan.FromMinutes(1));
        var options = new RequestOptions { WaitUntil = WriteCompletion.Accepted };
        var added = await rig.Run(rig.AdjustAsync("order-1", options: options));
        var cards = rig.Client.V2.Cards;

        var ended = await rig.Run(
            cards.WaitForCardTransactionAsync(rig.Program, rig.Member.Id, rig.Card, added.Transaction!.Id));
        var noWait = new WaitOptions { Timeout = TimeSpan.Zero };
        await Assert.ThrowsAsync<LoyaltyTimeoutException>(
            () => rig.Run(cards.WaitForCardTransactionAsync(rig.Program, rig.Member.Id, rig.Card, "lctx_0", noWait)));

        Assert.Equal(CardTransactionStatus.Approved, ended.Status);
    }
}
