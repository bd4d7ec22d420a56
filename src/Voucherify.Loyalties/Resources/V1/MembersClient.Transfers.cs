using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: transfers, which are reconciled when their outcome is unknown.</summary>
internal sealed partial class MembersClient
{
    private PointsTransfers Transfers => field ??= new PointsTransfers(_context, _api);

    /// <inheritdoc />
    public Task<LoyaltyMember> TransferPointsAsync(
        string campaignId,
        string memberId,
        IReadOnlyList<PointsTransferItem> request,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.PathSegment(campaignId);
        Validate.PathSegment(memberId);
        ArgumentNullException.ThrowIfNull(request);
        return Transfers.ApplyAsync(
            Transfers.Describe(memberId, campaignId, request, isResume: false),
            token => GetMemberAsync(memberId, campaignId, options, token),
            ResumeOptions.NeverSent,
            options,
            cancellationToken);
    }

    /// <inheritdoc />
    public Task<LoyaltyMember> ResumeTransferAsync(
        string campaignId,
        string memberId,
        IReadOnlyList<PointsTransferItem> request,
        ResumeOptions? resumeOptions = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        Validate.PathSegment(campaignId);
        Validate.PathSegment(memberId);
        ArgumentNullException.ThrowIfNull(request);
        return Transfers.ApplyAsync(
            Transfers.Describe(memberId, campaignId, request, isResume: true),
            token => GetMemberAsync(memberId, campaignId, options, token),
            resumeOptions ?? new ResumeOptions(),
            options,
            cancellationToken);
    }
}
