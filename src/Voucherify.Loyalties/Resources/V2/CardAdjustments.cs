using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes adjustments, which are reconciled when their outcome is unknown.</summary>
/// <param name="context">What the resource clients share.</param>
/// <param name="calls">Creates the calls.</param>
internal sealed class CardAdjustments(ResourceContext context, CardAdjustmentCalls calls)
{
    /// <summary>Starts an adjustment. Without an id it gets one, under which it can be found.</summary>
    /// <exception cref="ArgumentException">The request is not valid.</exception>
    public Task<PointsAdjustment> StartAsync(
        CardAddress card, AdjustCardPointsRequest request, RequestOptions? options, CancellationToken cancellationToken)
    {
        AdjustCardPointsRules.Check(request);
        var pending = PendingAdjustment.Of(card, request, request.SourceId ?? context.NewSourceId(), context.UtcNow);
        return calls.Create(pending, ResumeOptions.NeverSent, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Resumes an adjustment.</summary>
    /// <exception cref="ArgumentException">An id or the adjustment is not valid.</exception>
    public Task<PointsAdjustment> ResumeAsync(
        PendingAdjustment pending, ResumeOptions? resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        AdjustCardPointsRules.Check(pending, resume);
        var known = PendingTime.Since(pending, context.UtcNow, resume);
        return calls.Create(pending, known, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Applies an adjustment unless its id was applied before.</summary>
    /// <exception cref="ArgumentException">The request is not valid, or it has no <c>SourceId</c>.</exception>
    /// <exception cref="InvalidOperationException">The client adds no markers.</exception>
    public Task<PointsAdjustment> ApplyOnceAsync(
        CardAddress card,
        AdjustCardPointsRequest request,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustCardPointsRules.Check(request);
        AdjustCardPointsRules.RequireMarker(request, context.Reconciliation.Options);
        var pending = PendingAdjustment.Of(card, request, request.SourceId!, context.UtcNow);
        var call = calls.Create(pending, resume with { SinceDoubtful = PendingTime.Longest }, options, cancellationToken);
        return new OnceAdjustment<PointsAdjustment>(context.Reconciliation, context.MaxQueueWait, call).ApplyAsync();
    }
}
