using Voucherify.Loyalties.Resources;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties;

public static partial class V1MembersClientExtensions
{
    /// <summary>
    /// Adds points to a loyalty card, once, however often the call is made: short for
    /// <see cref="IMembersClient.AdjustBalanceOnceAsync"/>, which says what is promised.
    /// </summary>
    /// <param name="members">The members of a client.</param>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="points">How many points to add; more than zero.</param>
    /// <param name="sourceId">An id that no other adjustment of the card has, such as the id of the order.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none; the route without a campaign is used.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>The balance after the adjustment.</returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    public static Task<BalanceResult> AddPointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        AdjustAsync(members, memberId, Checked(points, sourceId), campaignId, options, cancellationToken);

    /// <summary>
    /// Removes points from a loyalty card, once, however often the call is made: short for
    /// <see cref="IMembersClient.AdjustBalanceOnceAsync"/>, which says what is promised.
    /// </summary>
    /// <param name="members">The members of a client.</param>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="points">How many points to remove; more than zero.</param>
    /// <param name="sourceId">An id that no other adjustment of the card has, such as the id of the order.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none; the route without a campaign is used.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels this caller's wait.</param>
    /// <returns>The balance after the adjustment. A card with fewer points may have given only those that it had.</returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    public static Task<BalanceResult> RemovePointsAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string sourceId,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var adjustment = Checked(points, sourceId);
        return AdjustAsync(members, memberId, adjustment with { Points = -points }, campaignId, options, cancellationToken);
    }

    /// <summary>
    /// Adds points to a loyalty card, or removes them, in one call: made twice, it counts twice. To credit an order or a message, however
    /// often the call is made, use <see cref="AddPointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions,
    /// CancellationToken)"/> or <see cref="RemovePointsAsync(IMembersClient, MemberId, long, string, CampaignId, RequestOptions,
    /// CancellationToken)"/> with its id.
    /// </summary>
    /// <remarks>
    /// Short for <see cref="IMembersClient.AdjustBalanceAsync"/>, which says what is promised. Without a <paramref name="sourceId"/>, the
    /// client generates one, so the call itself still has one effect: after a lost response, the client looks for that id before it sends
    /// again. The result and the exceptions report it (<see cref="BalanceResult.SourceId"/>,
    /// <see cref="LoyaltyOutcomeUnknownException.SourceId"/>). A second call has another id, so nothing recognizes it as a repeat.
    /// </remarks>
    /// <param name="members">The members of a client.</param>
    /// <param name="memberId">The code of the loyalty card.</param>
    /// <param name="points">How many points to add; less than zero to remove.</param>
    /// <param name="sourceId">Your own id of the adjustment. Default: <see langword="null"/>; the client generates one.</param>
    /// <param name="campaignId">The id or the name of the loyalty program. Default: none; the route without a campaign is used.</param>
    /// <param name="options">Per-request overrides, such as the timeout. Default: <see langword="null"/>, the client's options.</param>
    /// <param name="cancellationToken">Cancels the call, including its waits before retries.</param>
    /// <returns>The balance after the adjustment.</returns>
    /// <exception cref="ArgumentException">An argument is not valid; nothing was sent.</exception>
    /// <exception cref="LoyaltyOutcomeUnknownException">
    /// The request was sent, and it is unknown whether it was applied. Do not repeat it blindly.
    /// </exception>
    public static Task<BalanceResult> AdjustBalanceAsync(
        this IMembersClient members,
        MemberId memberId,
        long points,
        string? sourceId = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(members);
        var adjustment = new AdjustBalanceRequest { Points = points, SourceId = sourceId };
        return members.AdjustBalanceAsync(memberId, adjustment, campaignId, options, cancellationToken);
    }

    private static AdjustBalanceRequest Checked(long points, string sourceId)
    {
        PointsRules.RequireAmount(points);
        ArgumentNullException.ThrowIfNull(sourceId);
        return new AdjustBalanceRequest { Points = points, SourceId = sourceId };
    }

    private static Task<BalanceResult> AdjustAsync(
        IMembersClient members,
        MemberId memberId,
        AdjustBalanceRequest adjustment,
        CampaignId campaignId,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(members);
        return members.AdjustBalanceOnceAsync(memberId, adjustment, null, campaignId, options, cancellationToken);
    }
}
