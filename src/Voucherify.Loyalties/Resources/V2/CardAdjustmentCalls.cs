using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Generated.V2.Api;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Creates the calls that adjust the points of cards.</summary>
internal sealed class CardAdjustmentCalls(ResourceContext context, ICardsApi api)
{
    /// <summary>Creates a call.</summary>
    /// <param name="pending">The adjustment, with its id.</param>
    /// <param name="resume">What is known about earlier sends.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">An id is not valid, or the options cannot be followed.</exception>
    public AdjustCardPointsCall Create(
        PendingAdjustment pending, ResumeOptions resume, RequestOptions? options, CancellationToken cancellationToken)
    {
        var marked = new MarkedAdjustment(pending, context.Reconciliation.Options);
        var settings = context.Settings.For(V2Operations.AdjustCardPoints, resume, options, cancellationToken);
        return new(api, settings, marked, resume);
    }
}
