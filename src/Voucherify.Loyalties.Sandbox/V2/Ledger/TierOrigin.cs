namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What changed the tier of a card.</summary>
/// <param name="Type">What it was.</param>
/// <param name="CardTransactionId">The movement of points, or null.</param>
internal sealed record TierOrigin(string Type, string? CardTransactionId)
{
    public static TierOrigin CardCreated { get; } = new("member_card_created", CardTransactionId: null);

    public static TierOrigin CardDeleted { get; } = new("member_card_deleted", CardTransactionId: null);

    public static TierOrigin DayChange { get; } = new("daily_task_operations", CardTransactionId: null);

    /// <summary>The opening balance of a test, which has no transaction.</summary>
    public static TierOrigin Opening { get; } = new("card_operations", CardTransactionId: null);

    /// <summary>Returns the origin of a change that a movement of points causes.</summary>
    public static TierOrigin Of(CardTransaction transaction) => new(
        transaction is { RequestId: null, Movement: PointsExpired or PendingMovement } ? "daily_task_operations" : "card_operations",
        transaction.Id);
}
