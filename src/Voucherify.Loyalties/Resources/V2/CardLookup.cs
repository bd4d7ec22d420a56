using Voucherify.Loyalties.Reconciliation;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Looks up adjustments, and sends nothing.</summary>
internal sealed class CardLookup(ResourceContext context, CardAdjustmentCalls calls)
{
    /// <summary>Looks up an adjustment.</summary>
    /// <param name="pending">The adjustment, with its id.</param>
    /// <param name="lookBack">How far back to look; null for the card's first transaction.</param>
    /// <param name="transactionId">The transaction that the service has recorded, if it is known.</param>
    /// <param name="options">Per-request overrides.</param>
    /// <param name="cancellationToken">The caller's token.</param>
    /// <exception cref="ArgumentException">An id or the adjustment is not valid.</exception>
    public Task<PointsAdjustment?> FindAsync(
        PendingAdjustment pending,
        TimeSpan? lookBack,
        CardTransactionId transactionId,
        RequestOptions? options,
        CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(pending);
        AdjustCardPointsRules.Check(pending.ToRequest());
        var resume = LookupOptions.LookingBack(lookBack) with
        {
            TransactionId = transactionId.HasValue ? transactionId.Value : null,
            SinceDoubtful = PendingTime.Of(pending, context.UtcNow),
        };
        return SingleLookup.FindAsync(context.Reconciliation, calls.Create(pending, resume, options, cancellationToken));
    }
}
