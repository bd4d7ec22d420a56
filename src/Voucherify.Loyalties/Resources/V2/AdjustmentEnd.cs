using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Time;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Waits for the end of the adjustment that tests the marker.</summary>
internal static class AdjustmentEnd
{
    private static readonly WaitOptions Wait = new()
    {
        Timeout = TimeSpan.FromMinutes(2),
        BaseDelay = TimeSpan.FromSeconds(0.5),
        MaxDelay = TimeSpan.FromSeconds(5),
    };

    /// <summary>Creates what waits for the adjustment.</summary>
    public static TransactionWait<CardTransaction> NewWait(
        this ICardsClient cards, CardAddress card, PointsAdjustment recorded, ClientClock clock) =>
        cards.NewWait(card, recorded.Transaction!.Id, clock, Wait);

    /// <summary>Waits until the adjustment is applied.</summary>
    /// <exception cref="LoyaltyTimeoutException">It did not end in time.</exception>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it.</exception>
    public static async Task UntilAppliedAsync(
        this TransactionWait<CardTransaction> wait, string sourceId, RequestOptions? options, CancellationToken cancellationToken)
    {
        var ended = await wait.UntilEndedAsync(options, cancellationToken).ConfigureAwait(false);
        LoyaltyTransactionRejectedException.ThrowIf(ended, sourceId);
    }
}
