using Voucherify.Loyalties.Generated.V1.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>Starts and resumes adjustments, which are reconciled when their outcome is unknown.</summary>
internal sealed class BalanceAdjustments(ResourceContext context, IMembersApi api)
{
    /// <summary>Starts an adjustment.</summary>
    /// <param name="card">The card, and the campaign if the caller names it.</param>
    /// <param name="request">The adjustment. Without an id it gets one, under which it can be found.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public Task<BalanceResult> StartAsync(
        (string MemberId, string? CampaignId) card,
        AdjustBalanceRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustBalanceRules.Check(request);

        // Before the first byte is sent, the adjustment has an id under which it can be found.
        var adjustment = request.SourceId is null ? request with { SourceId = context.NewSourceId() } : request;
        return Call(card, adjustment, ResumeOptions.NeverSent, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Resumes an adjustment.</summary>
    /// <param name="card">The card, and the campaign if the caller names it.</param>
    /// <param name="request">The adjustment, with the id that it was sent with.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The request is not valid, or has no id.</exception>
    public Task<BalanceResult> ResumeAsync(
        (string MemberId, string? CampaignId) card,
        AdjustBalanceRequest request,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustBalanceRules.Check(request);
        AdjustBalanceRules.RequireSourceId(
            request, "SourceId is missing: without the id that the adjustment was sent with it cannot be found.");
        return Call(card, request, resume, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Applies an adjustment unless its id was applied before.</summary>
    /// <param name="card">The card, and the campaign if the caller names it.</param>
    /// <param name="request">The adjustment, with its id.</param>
    /// <param name="resume">How far back to look, and what is known about earlier sends.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">The request is not valid, or has no id.</exception>
    public Task<BalanceResult> ApplyOnceAsync(
        (string MemberId, string? CampaignId) card,
        AdjustBalanceRequest request,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustBalanceRules.Check(request);
        AdjustBalanceRules.RequireSourceId(request, "SourceId is missing: an adjustment is recognized by it.");
        var call = Call(card, request, resume, options, cancellationToken);
        return new OnceAdjustment<BalanceResult>(context.Reconciliation, context.MaxQueueWait, call).ApplyAsync();
    }

    private AdjustBalanceCall Call(
        (string MemberId, string? CampaignId) card,
        AdjustBalanceRequest adjustment,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        var operation = AdjustBalanceCall.OperationFor(card.CampaignId);
        return new(api, context.Settings.For(operation, resume, options, cancellationToken), card, adjustment, resume);
    }
}
