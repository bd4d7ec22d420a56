using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>A transfer of points from other cards to one.</summary>
internal sealed class TransferPointsCall : ReconciledCall<LoyaltyMember>
{
    private readonly IMembersApi _api;
    private readonly CallSubject _subject;
    private readonly IReadOnlyList<PointsTransferItem> _items;
    private readonly Func<CancellationToken, Task<LoyaltyMember>> _getMemberAsync;

    /// <summary>Creates the call.</summary>
    /// <param name="api">Builds the request.</param>
    /// <param name="settings">How the call is made.</param>
    /// <param name="subject">The transfer: the receiving card, the campaign, and the items with their ids.</param>
    /// <param name="getMemberAsync">Reads the receiving card.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    public TransferPointsCall(
        IMembersApi api,
        CallSettings settings,
        CallSubject subject,
        Func<CancellationToken, Task<LoyaltyMember>> getMemberAsync,
        ResumeOptions resume)
        : base(V1Operations.TransferPoints, settings, resume)
    {
        _api = api;
        _subject = subject;
        _items = subject.Transfer!;
        _getMemberAsync = getMemberAsync;
        MaySend = resume.SendGuard;
        IsSentOnce = resume.SendOnce;
    }

    /// <summary>
    /// A transfer moves the points of all these cards. It leaves a transaction on each that gives points, not on the receiver.
    /// </summary>
    public override string[] Cards =>
        [_subject.MemberId, .. _items.Select(static item => item.Code.Value).Distinct(StringComparer.Ordinal)];

    public override string[]? SourceIds => _items.Count == 1 ? null : [.. _items.Select(static item => item.SourceId!)];

    public override string SourceId => _subject.SourceId!;

    public override WriteKey Key => new(_subject.MemberId, SourceId, IsTransfer: true);

    public override bool IsFollowed => true;

    public override CallSubject Subject => _subject;

    public override Task<HttpRequestMessage> BuildRequestAsync() =>
        _api.TransferPoints(_subject.CampaignId!, _subject.MemberId, _items);

    public override TransferPointsCall Again() => new(_api, Settings, _subject, _getMemberAsync, Resume) { SentBefore = true };

    public override TransferPointsCall Detached(CancellationToken cancellationToken) =>
        new(_api, Settings with { CallerToken = cancellationToken }, _subject, _getMemberAsync, Resume);

    public override ExpectedTransaction[] Expected() => [.. _items.Select(ExpectedBalanceTransaction.Of)];

    public override Task<LoyaltyMember> RecoverAsync(IReadOnlyList<ITransactionRow> found, CancellationToken cancellationToken) =>
        _getMemberAsync(cancellationToken);
}
