using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: adjustments, which are reconciled when their outcome is unknown.</summary>
internal sealed partial class MembersClient
{
    private BalanceAdjustments Adjustments => field ??= new BalanceAdjustments(_context, _api);

    /// <inheritdoc />
    public Task<BalanceResult> AdjustBalanceAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        Adjustments.StartAsync((IdCheck.Require(memberId), IdCheck.Allow(campaignId)), request, options, cancellationToken);

    /// <inheritdoc />
    public void Reopen(MemberId memberId) => _context.Reopen(IdCheck.Require(memberId));

    /// <inheritdoc />
    public Task<BalanceResult> AdjustBalanceOnceAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        AdjustOnceOptions? onceOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = (IdCheck.Require(memberId), IdCheck.Allow(campaignId));
        return Adjustments.ApplyOnceAsync(
            card, request, (onceOptions ?? AdjustOnceOptions.Default).ToResume(), options, cancellationToken);
    }

    /// <inheritdoc />
    public Task<BalanceResult?> FindAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        TimeSpan? lookBack = null,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default) =>
        new BalanceLookup(_context, _api).FindAsync(IdCheck.Require(memberId), request, lookBack, options, cancellationToken);

    /// <inheritdoc />
    public Task<BalanceResult> ResumeAdjustmentAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        ResumeOptions? resumeOptions = null,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = (IdCheck.Require(memberId), IdCheck.Allow(campaignId));
        return Adjustments.ResumeAsync(card, request, resumeOptions ?? new ResumeOptions(), options, cancellationToken);
    }
}
