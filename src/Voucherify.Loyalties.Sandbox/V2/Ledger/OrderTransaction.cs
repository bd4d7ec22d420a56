namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A payment of an order. It is as far as the movement of its points.</summary>
internal sealed class OrderTransaction(string id, PaymentQuote quote)
{
    public string Id { get; } = id;

    public PaymentQuote Quote { get; } = quote;

    /// <summary>The id of the payment, which exists once it is approved.</summary>
    public required string PaymentId { get; init; }

    /// <summary>What the service says about it, as it is stored.</summary>
    public required string? Reason { get; init; }

    /// <summary>The movement of its points.</summary>
    public CardTransaction Movement { get; set; } = null!;

    /// <summary>Whether its points were returned, because the order was canceled.</summary>
    public bool IsReturned { get; set; }

    public DateTimeOffset CreatedAt => Movement.CreatedAt;

    public bool IsApproved => Movement is { EndedAt: not null, Rejection: null };
}
