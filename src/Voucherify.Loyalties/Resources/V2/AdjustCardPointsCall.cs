using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Ordering;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>An adjustment of the points on a card of a member.</summary>
/// <param name="api">Builds the request.</param>
/// <param name="settings">How the call is made.</param>
/// <param name="adjustment">The adjustment.</param>
/// <param name="resume">What is known about earlier sends.</param>
internal sealed class AdjustCardPointsCall(
    ICardsApi api, CallSettings settings, MarkedAdjustment adjustment, ResumeOptions resume)
    : ReconciledCall<PointsAdjustment>(V2Operations.AdjustCardPoints, settings, resume)
{
    public override string[] Cards { get; } = [adjustment.Card.Queue];

    public override string SourceId => adjustment.SourceId;

    public override CallSubject Subject => new(adjustment.Card.MemberId, null) { SourceId = SourceId, Pending = adjustment.Pending };

    public override WriteKey Key => new(adjustment.Card.Key, SourceId, IsTransfer: false);

    public override CardOutcome AnsweredOutcome => CardOutcome.Settled;

    public override bool ReturnsWhenRecorded => Settings.Options?.WaitUntil == WriteCompletion.Accepted;

    private AdjustmentTerms Terms => new(adjustment.Points);

    public override Task<HttpRequestMessage> BuildRequestAsync() => api.AdjustCardPoints(
        adjustment.Card.ProgramId, adjustment.Card.MemberId, adjustment.Card.CardId, adjustment.Request);

    public override AdjustCardPointsCall Again() => new(api, Settings, adjustment, Resume) { SentBefore = true, MaySend = MaySend };

    public override AdjustCardPointsCall Detached(CancellationToken cancellationToken) =>
        new(api, Settings with { CallerToken = cancellationToken }, adjustment, Resume);

    public override void Begin(ReconciliationServices services)
    {
        if (!IsResume)
        {
            services.Adjustments.RefuseRejected(Key);
        }

        services.Adjustments.Begin(Key, Terms, !Resume.OutsideQueue);
    }

    public override void End(ReconciliationServices services, PointsAdjustment? response, Exception? failure) =>
        services.Adjustments.End(Key, Terms, !Resume.OutsideQueue, response, failure);

    public override SharedAdjustment? Shared(ReconciliationServices services) => new(services.Adjustments, Key, Terms);

    public override ExpectedTransaction[] Expected() => [adjustment.Expected];

    public override string? RecordedBy(PointsAdjustment response) => response.Transaction!.Status?.Value switch
    {
        CardTransactionStatus.Approved => null,
        CardTransactionStatus.Rejected => throw LoyaltyTransactionRejectedException.Of(response.Transaction, SourceId),
        _ => response.Transaction.Id.Value,
    };

    public override Task<PointsAdjustment> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken) =>
        Task.FromResult(ResultFrom(found));

    public override PointsAdjustment ResultFrom(IReadOnlyList<ITransactionRow> found) =>
        Identify(new PointsAdjustment { Transaction = (CardTransaction)found[0], Recovered = true });

    protected override string? Complaint(PointsAdjustment response) => response.Transaction switch
    {
        not { Id.Value.Length: > 0 } => "It names no transaction.",
        { Type: null } or { Points: null } => "It does not say which points it is about.",
        { } other when !adjustment.Expected.Fits(other) =>
            $"It reports {other.Type} of {other.Points} points, not the {adjustment.Points} of this adjustment: it may be about another one.",
        _ => null,
    };
}
