using Voucherify.Loyalties.V1;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>The hand-written part: adjustments, which are reconciled when their outcome is unknown.</summary>
internal sealed partial class MembersClient
{
    /// <inheritdoc />
    public Task<BalanceResult> AdjustBalanceAsync(
        MemberId memberId,
        AdjustBalanceRequest request,
        CampaignId campaignId = default,
        RequestOptions? options = null,
        CancellationToken cancellationToken = default)
    {
        var card = (IdCheck.Require(memberId), IdCheck.Allow(campaignId));
        AdjustBalanceRules.Check(request);

        // Before the first byte is sent, the adjustment has an id under which it can be found.
        var adjustment = request.SourceId is null ? request with { SourceId = _context.NewSourceId() } : request;
        var call = AdjustBalanceCall.Create(
            _context, _api, card, adjustment, ResumeOptions.NeverSent, options, cancellationToken);
        return call.ApplyAsync(_context.Reconciliation);
    }

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
        AdjustBalanceRules.Check(request);
        if (request.SourceId is null)
        {
            throw new ArgumentException("SourceId is missing: an adjustment is recognized by it.", nameof(request));
        }

        var resume = (onceOptions ?? AdjustOnceOptions.Default).ToResume();
        var call = AdjustBalanceCall.Create(_context, _api, card, request, resume, options, cancellationToken);
        return new OnceAdjustment(_context, call).ApplyAsync();
    }

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
        AdjustBalanceRules.Check(request);
        if (request.SourceId is null)
        {
            throw new ArgumentException(
                "SourceId is missing: without the id that the adjustment was sent with it cannot be found.",
                nameof(request));
        }

        var call = AdjustBalanceCall.Create(
            _context, _api, card, request, resumeOptions ?? new ResumeOptions(), options, cancellationToken);
        return call.ApplyAsync(_context.Reconciliation);
    }
}
