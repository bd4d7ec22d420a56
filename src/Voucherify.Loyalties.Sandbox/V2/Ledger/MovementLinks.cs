namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What a movement of points belongs to.</summary>
internal sealed record MovementLinks
{
    public string? OrderId { get; init; }

    /// <summary>The payment, <c>lotx_...</c>.</summary>
    public string? OrderTransactionId { get; init; }

    public string? RewardId { get; init; }

    /// <summary>The purchase or the refund, <c>lrtx_...</c>.</summary>
    public string? RewardTransactionId { get; init; }

    /// <summary>The movement that it belongs to, <c>lctx_...</c>.</summary>
    public string? CardTransactionId { get; init; }

    /// <summary>The card that gets the points of a reward.</summary>
    public string? TargetCardId { get; init; }

    /// <summary>The purchase that is refunded, and the movement that paid it.</summary>
    public (string RewardTransactionId, string CardTransactionId)? Purchase { get; init; }
}
