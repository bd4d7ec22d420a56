namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Why a transaction was rejected.</summary>
/// <param name="Reason">The reason on the wire.</param>
/// <param name="Details">The reason in words.</param>
internal sealed record Rejection(string Reason, string Details)
{
    /// <summary>The limit that would be exceeded, or null.</summary>
    public SpendingLimitHit? Limit { get; init; }

    // Documented, without details. The words are assumed.
    public static Rejection OrderNotFound { get; } = new("ORDER_NOT_FOUND", "The order does not exist");

    public static Rejection PaymentExceedsTotal { get; } =
        new("PAYMENT_EXCEEDS_ORDER_TOTAL_AMOUNT", "The payments exceed the total amount of the order");

    // The reason is documented. The details are assumed.
    public static Rejection NotEnoughBalance { get; } = new("NOT_ENOUGH_BALANCE", "The card does not have enough points");

    // Assumed.
    public static Rejection BucketHasEnded { get; } = new("INVALID_BUCKET_STATUS", "The points of the bucket are gone");

    // Documented for benefits.
    public static Rejection OutOfStock { get; } = new("OUT_OF_STOCK", "The benefit is out of stock");

    public static Rejection BenefitNotFound { get; } = new("BENEFIT_NOT_FOUND", "The benefit does not exist");

    // The reason is documented for benefits.
    public static Rejection UnexpectedError { get; } = new("UNEXPECTED_ERROR", "The transaction could not be processed");
}
