namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A purchase of a reward. Until it is refunded, it is as far as the movement of its points.</summary>
internal sealed class RewardPurchase(string id, PurchaseQuote quote)
{
    public string Id { get; } = id;

    public PurchaseQuote Quote { get; } = quote;

    /// <summary>What the service says about it, as it is stored.</summary>
    public required string? Reason { get; init; }

    /// <summary>The movement of its points.</summary>
    public CardTransaction Movement { get; set; } = null!;

    /// <summary>What the reward gave, once the purchase is approved.</summary>
    public RewardFulfilment? Fulfilment { get; set; }

    /// <summary>When it was refunded, or null.</summary>
    public DateTimeOffset? RefundedAt { get; private set; }

    public string RewardId => Quote.RewardId;

    public string CardDefinitionId => Quote.Card.DefinitionId;

    public DateTimeOffset CreatedAt => Movement.CreatedAt;

    /// <summary>Whether it counts for the limits of the reward: rejected and refunded ones do not (documented for refunds).</summary>
    public bool Counts => Movement.Rejection is null && RefundedAt is null;

    /// <summary>Refunds it. The piece returns to the stock, unless it is written off.</summary>
    public void Refund(bool isWrittenOff, DateTimeOffset now)
    {
        RefundedAt = now;
        Quote.Assignment.Redeemed--;
        Quote.Assignment.Take(isWrittenOff ? 0 : -1);
    }

    /// <summary>Whether lists had it at the time.</summary>
    public bool IsListedAt(DateTimeOffset time) => Movement.RecordedAt <= time && Movement.IsListedAt(time);

    public string StatusAt(DateTimeOffset time) => RefundedAt <= time ? TransactionStatus.Refunded : Movement.StatusAt(time);

    public DateTimeOffset? UpdatedAt(DateTimeOffset time) => RefundedAt <= time ? RefundedAt : Movement.UpdatedAt(time);
}
