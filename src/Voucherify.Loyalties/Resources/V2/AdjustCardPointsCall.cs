using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>An adjustment of the points on a card of a member.</summary>
internal sealed class AdjustCardPointsCall : ReconciledCall<PointsAdjustment>
{
    private readonly ICardsApi _api;
    private readonly MarkedAdjustment _adjustment;

    /// <summary>Creates the call.</summary>
    /// <param name="api">Builds the request.</param>
    /// <param name="settings">How the call is made.</param>
    /// <param name="adjustment">The adjustment.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    public AdjustCardPointsCall(ICardsApi api, CallSettings settings, MarkedAdjustment adjustment, ResumeOptions resume)
        : base(V2Operations.AdjustCardPoints, settings, resume)
    {
        _api = api;
        _adjustment = adjustment;
        Cards = [adjustment.Queue];
        MaySend = resume.SendGuard;
        IsSentOnce = resume.SendOnce;
    }

    public override string[] Cards { get; }

    public override string SourceId => _adjustment.SourceId;

    public override CallSubject Subject => _adjustment.Subject;

    public override WriteKey Key => _adjustment.Key;

    public override AdjustmentTerms? Terms => _adjustment.Terms;

    public override bool IsSettledWhenAnswered => true;

    public override bool ReturnsWhenRecorded => Settings.ReturnsWhenRecorded;

    public override bool IsRefusedAfterRejection => !IsResume;

    public override Task<HttpRequestMessage> BuildRequestAsync() => _adjustment.BuildAsync(_api);

    public override AdjustCardPointsCall Again() =>
        new(_api, Settings, _adjustment, Resume) { SentBefore = true };

    public override AdjustCardPointsCall Detached(CancellationToken cancellationToken) =>
        new(_api, Settings with { CallerToken = cancellationToken }, _adjustment, Resume);

    public override ExpectedTransaction[] Expected() => [_adjustment.Expected];

    public override string? RecordedBy(PointsAdjustment response) => _adjustment.RecordedBy(response);

    public override Task<PointsAdjustment> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken) =>
        Task.FromResult(ResultFrom(found));

    public override PointsAdjustment ResultFrom(IReadOnlyList<ITransactionRow> found) => Identify(PointsAdjustment.RecoveredFrom(found[0]));

    protected override string? Complaint(PointsAdjustment response) => _adjustment.Complaint(response);
}
