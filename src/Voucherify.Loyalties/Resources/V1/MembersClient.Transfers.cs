using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: transfers, which are reconciled when their outcome is unknown.</summary>
internal sealed partial class MembersClient
{
    private PointsTransfers Transfers => field ??= new PointsTransfers(_context, _api);

    /// <inheritdoc />
    public Task<LoyaltyMember> TransferPointsAsync(
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var (member, campaign) = (IdCheck.Require(receivingMemberId), IdCheck.Require(campaignId));
        ArgumentNullException.ThrowIfNull(items);
        return Transfers.StartAsync(
            member,
            campaign,
            items,
            token => GetMemberAsync(receivingMemberId, campaignId, options, token),
            options,
            cancellationToken);
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
        ArgumentNullException.ThrowIfNull(items);
        return Transfers.ResumeAsync(
            member,
            campaign,
            items,
            token => GetMemberAsync(receivingMemberId, campaignId, options, token),
            resumeOptions ?? new ResumeOptions(),
            options,
            cancellationToken);
    }
}
