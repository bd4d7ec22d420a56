namespace Voucherify.Loyalties.V2;

/// <summary>The refund of a purchase. The points return a moment later, as a card transaction <c>POINTS_RETURNED</c>.</summary>
public sealed record PurchaseRefund
{
    /// <summary>The refund; null if its response was lost, because the service lists no refunds.</summary>
    public RewardTransaction? Refund { get; init; }

    /// <summary>The refunded purchase; null unless it was read because the response was lost.</summary>
    public RewardTransaction? Purchase { get; init; }

    /// <summary>
    /// Whether the response was lost, and the purchase says that it is refunded. Another program may have refunded it: the service does
    /// not say who did.
    /// </summary>
    public bool Recovered { get; init; }

    // After a lost response, the purchase stands for the refund.
    internal static PurchaseRefund Of(RewardTransaction transaction) => transaction.Recovered
        ? new() { Purchase = transaction, Recovered = true }
        : new() { Refund = transaction };
}
