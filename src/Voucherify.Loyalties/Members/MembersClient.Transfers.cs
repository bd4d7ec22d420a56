using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Internal.Ids;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Generated.V1.Clients;

internal sealed partial class MembersClient
{
    /// <inheritdoc />
    public Task<LoyaltyMember> TransferPointsAsync(
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var (member, campaign) = (IdCheck.Require(receivingMemberId), IdCheck.Require(campaignId));
        return TransferAsync(member, campaign, Array.ConvertAll(Checked(member, items), Identified), ReconciledWrite.NeverSent, options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<LoyaltyMember> ResumeTransferAsync(
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var (member, campaign) = (IdCheck.Require(receivingMemberId), IdCheck.Require(campaignId));
        var transfer = Checked(member, items);
        var nameless = Array.FindIndex(transfer, static item => item.SourceId is null);
        return nameless < 0
            ? TransferAsync(member, campaign, transfer, resumeOptions ?? new ResumeOptions(), options, cancellationToken)
            : throw new ArgumentException("SourceId is missing: without the id that the item was sent with it cannot be found.", $"items[{nameless}].SourceId");
    }

    // A copy: what was checked is what every attempt sends, whatever becomes of the caller's list.
    private static PointsTransferItem[] Checked(string memberId, IReadOnlyList<PointsTransferItem> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        PointsTransferItem[] copy = [.. items];
        TransferPointsRules.Check(memberId, copy);
        return copy;
    }

    private Task<LoyaltyMember> TransferAsync(
        string memberId,
        string campaignId,
        PointsTransferItem[] transfer,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        // The same id for the same parts in any order: it is what a resume and a double click are known by.
        var subject = new CallSubject(memberId, campaignId, Adjustment: null)
        {
            SourceId = transfer.Select(static item => item.SourceId).Min(StringComparer.Ordinal),
            Transfer = transfer,
        };
        var call = _transport.NewCall(
            V1Operations.TransferPoints,
            () => _api.TransferPoints(campaignId, memberId, transfer),
            V1Json.LoyaltyMember,
            static answer => answer.Code.HasValue,
            subject,
            options,
            cancellationToken,
            resume.SendGuard);

        // It moves the points of all these cards, and leaves a transaction on each source, not on the receiver.
        var write = new ReconciledWrite<LoyaltyMember>(
            call,
            [memberId, .. transfer.Select(static item => item.Code.Value).Distinct(StringComparer.Ordinal)],
            (_, token) => GetMemberAsync(memberId, campaignId, options, token))
        {
            Resume = resume,
        };
        return Writer.ApplyAsync(write, cancellationToken);
    }

    // Before the first byte leaves, each part has an id under which it can be found.
    private PointsTransferItem Identified(PointsTransferItem item) =>
        item.SourceId is null ? item with { SourceId = _transport.Randomness.NewSourceId() } : item;
}
