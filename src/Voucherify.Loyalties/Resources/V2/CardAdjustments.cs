using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Starts and resumes adjustments, which are reconciled when their outcome is unknown.</summary>
internal sealed class CardAdjustments(ResourceContext context, ICardsApi api)
{
    /// <summary>How long ago an adjustment can have been sent whose caller does not know when it was made.</summary>
    private static readonly TimeSpan DoubtfulTime = TimeSpan.FromDays(7);

    private ReconciliationOptions Options => context.Reconciliation.Options;

    /// <summary>Starts an adjustment. Without an id it gets one, under which it can be found.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid.</exception>
    public Task<PointsAdjustment> StartAsync(
        (ProgramId ProgramId, MemberId MemberId, CardId CardId) card,
        AdjustCardPointsRequest request,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustCardPointsRules.Check(request);
        var pending = Pending(card, request, request.SourceId ?? context.NewSourceId());
        return Call(pending, ResumeOptions.NeverSent, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Resumes an adjustment.</summary>
    /// <exception cref="ArgumentException">An id or the adjustment is not valid.</exception>
    public Task<PointsAdjustment> ResumeAsync(
        PendingAdjustment pending, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        AdjustCardPointsRules.Check(new AdjustCardPointsRequest
        {
            Points = pending.Points,
            Reason = pending.Reason,
            SourceId = pending.SourceId ?? string.Empty,
        });
        var earliest = pending.CreatedAt is { } created ? context.Clock.Time.GetUtcNow() - created : DoubtfulTime;
        var known = resume with { SinceDoubtful = earliest > TimeSpan.Zero ? earliest : TimeSpan.Zero };
        return Call(pending, known, options, cancellationToken).ApplyAsync(context.Reconciliation);
    }

    /// <summary>Applies an adjustment unless its id was applied before.</summary>
    /// <exception cref="ArgumentException">An id or the request is not valid, or it has no <c>SourceId</c>.</exception>
    /// <exception cref="InvalidOperationException">The client adds no markers.</exception>
    public Task<PointsAdjustment> ApplyOnceAsync(
        (ProgramId ProgramId, MemberId MemberId, CardId CardId) card,
        AdjustCardPointsRequest request,
        ResumeOptions resume,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        AdjustCardPointsRules.Check(request);
        AdjustCardPointsRules.RequireSourceId(request, "SourceId is missing: an adjustment is recognized by it.");
        if (Options.Marker == MarkerPlacement.None)
        {
            throw new InvalidOperationException(
                "Without a marker (Reconciliation.Marker) an adjustment is not recognized, so no call can credit once.");
        }

        var known = resume with { SinceDoubtful = DoubtfulTime };
        var call = Call(Pending(card, request, request.SourceId!), known, options, cancellationToken);
        return new OnceAdjustment<PointsAdjustment>(context.Reconciliation, context.MaxQueueWait, call).ApplyAsync();
    }

    private PendingAdjustment Pending(
        (ProgramId ProgramId, MemberId MemberId, CardId CardId) card, AdjustCardPointsRequest request, string sourceId) => new()
        {
            ProgramId = card.ProgramId,
            MemberId = card.MemberId,
            CardId = card.CardId,
            Points = request.Points,
            Reason = request.Reason,
            SourceId = sourceId,
            CreatedAt = context.Clock.Time.GetUtcNow(),
        };

    private AdjustCardPointsCall Call(
        PendingAdjustment pending, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        IdCheck.Require(pending.ProgramId);
        IdCheck.Require(pending.MemberId);
        IdCheck.Require(pending.CardId);
        return new(
            api,
            context.Settings.For(V2Operations.AdjustCardPoints, resume, options, cancellationToken),
            new MarkedAdjustment(pending, Options),
            resume)
        {
            MaySend = resume.SendGuard,
        };
    }
}
