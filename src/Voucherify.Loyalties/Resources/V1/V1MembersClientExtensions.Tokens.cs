using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

public static partial class V1MembersClientExtensions
{
    /// <inheritdoc cref="AddPointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> AddPointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CancellationToken cancellationToken) =>
        members.AddPointsAsync(memberId, points, sourceId, default, null, cancellationToken);

    /// <inheritdoc cref="AddPointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> AddPointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CampaignId campaignId,
        CancellationToken cancellationToken) =>
        members.AddPointsAsync(memberId, points, sourceId, campaignId, null, cancellationToken);

    /// <inheritdoc cref="RemovePointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> RemovePointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CancellationToken cancellationToken) =>
        members.RemovePointsAsync(memberId, points, sourceId, default, null, cancellationToken);

    /// <inheritdoc cref="RemovePointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> RemovePointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CampaignId campaignId,
        CancellationToken cancellationToken) =>
        members.RemovePointsAsync(memberId, points, sourceId, campaignId, null, cancellationToken);

    /// <inheritdoc cref="AdjustBalanceAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> AdjustBalanceAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        CancellationToken cancellationToken) =>
        members.AdjustBalanceAsync(memberId, points, null, default, null, cancellationToken);

    /// <inheritdoc cref="AdjustBalanceAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> AdjustBalanceAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CancellationToken cancellationToken) =>
        members.AdjustBalanceAsync(memberId, points, sourceId, default, null, cancellationToken);

    /// <inheritdoc cref="AdjustBalanceAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions, CancellationToken)" />
    public static Task<BalanceResult> AdjustBalanceAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CampaignId campaignId,
        CancellationToken cancellationToken) =>
        members.AdjustBalanceAsync(memberId, points, sourceId, campaignId, null, cancellationToken);

    /// <inheritdoc cref="IMembersClient.AdjustBalanceOnceAsync" />
    public static Task<BalanceResult> AdjustBalanceOnceAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.AdjustBalanceOnceAsync(memberId, request, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.AdjustBalanceOnceAsync" />
    public static Task<BalanceResult> AdjustBalanceOnceAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        AdjustOnceOptions? onceOptions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.AdjustBalanceOnceAsync(memberId, request, onceOptions, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.AdjustBalanceOnceAsync" />
    public static Task<BalanceResult> AdjustBalanceOnceAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        AdjustOnceOptions? onceOptions,
        CampaignId campaignId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.AdjustBalanceOnceAsync(memberId, request, onceOptions, campaignId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.ResumeAdjustmentAsync" />
    public static Task<BalanceResult> ResumeAdjustmentAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.ResumeAdjustmentAsync(memberId, request, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.ResumeAdjustmentAsync" />
    public static Task<BalanceResult> ResumeAdjustmentAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.ResumeAdjustmentAsync(memberId, request, resumeOptions, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.ResumeAdjustmentAsync" />
    public static Task<BalanceResult> ResumeAdjustmentAsync(
        this IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions,
        CampaignId campaignId,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.ResumeAdjustmentAsync(memberId, request, resumeOptions, campaignId, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.ResumeTransferAsync" />
    public static Task<LoyaltyMember> ResumeTransferAsync(
        this IMembersClient members,
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.ResumeTransferAsync(receivingMemberId, campaignId, items, cancellationToken: cancellationToken);
    }

    /// <inheritdoc cref="IMembersClient.ResumeTransferAsync" />
    public static Task<LoyaltyMember> ResumeTransferAsync(
        this IMembersClient members,
        MemberId receivingMemberId,
        CampaignId campaignId,
        IReadOnlyList<PointsTransferItem> items,
        ResumeOptions? resumeOptions,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.ResumeTransferAsync(receivingMemberId, campaignId, items, resumeOptions, cancellationToken: cancellationToken);
    }
}
