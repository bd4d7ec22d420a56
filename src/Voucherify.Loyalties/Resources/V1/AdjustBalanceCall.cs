using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>An adjustment of the points on a card.</summary>
internal sealed class AdjustBalanceCall : ReconciledCall<BalanceResult>
{
    private readonly IMembersApi _api;
    private readonly string _memberId;
    private readonly string? _campaignId;
    private readonly AdjustBalanceRequest _adjustment;

    /// <summary>Creates the call.</summary>
    /// <param name="api">Builds the request.</param>
    /// <param name="settings">How the call is made.</param>
    /// <param name="card">The card, and the campaign if the caller names it.</param>
    /// <param name="adjustment">The adjustment, with its id.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    public AdjustBalanceCall(
        IMembersApi api,
        CallSettings settings,
        (string MemberId, string? CampaignId) card,
        AdjustBalanceRequest adjustment,
        ResumeOptions resume)
        : base(OperationFor(card.CampaignId), settings, resume)
    {
        _api = api;
        _adjustment = adjustment;
        (_memberId, _campaignId) = card;
        Cards = [_memberId];
        MaySend = resume.SendGuard;
        IsSentOnce = resume.SendOnce;
    }

    public override string[] Cards { get; }

    public override string SourceId => _adjustment.SourceId!;

    public override CallSubject Subject => new(_memberId, _campaignId) { SourceId = SourceId, Adjustment = _adjustment };

    public override WriteKey Key => new(_memberId, SourceId, IsTransfer: false);

    public override AdjustmentTerms? Terms => AdjustmentTerms.Of(_adjustment);

    /// <summary>The operation for a card in this campaign.</summary>
    public static Operation<BalanceResult> OperationFor(string? campaignId) =>
        campaignId is null ? V1Operations.AdjustBalance : V1Operations.AdjustBalanceInCampaign;

    public override Task<HttpRequestMessage> BuildRequestAsync() => _campaignId is null
        ? _api.AdjustBalance(_memberId, _adjustment)
        : _api.AdjustBalanceInCampaign(_campaignId, _memberId, _adjustment);

    public override AdjustBalanceCall Again() =>
        new(_api, Settings, (_memberId, _campaignId), _adjustment, Resume) { SentBefore = true };

    public override AdjustBalanceCall Detached(CancellationToken cancellationToken) =>
        new(_api, Settings with { CallerToken = cancellationToken }, (_memberId, _campaignId), _adjustment, Resume);

    public override ExpectedTransaction[] Expected() => [ExpectedBalanceTransaction.Of(_memberId, _adjustment)];

    public override Task<BalanceResult> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken) =>
        Task.FromResult(ResultFrom(found));

    public override BalanceResult ResultFrom(IReadOnlyList<ITransactionRow> found) =>
        Identify(BalanceResult.RecoveredFrom(found[0]));

    protected override string? Complaint(BalanceResult response) => ExpectedBalanceTransaction.Fits(_adjustment.Points, response)
        ? null
        : $"It reports {response.Points} points, not the {_adjustment.Points} of this adjustment: it may be about another one.";
}
