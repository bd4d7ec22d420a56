using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>
/// The service has recorded an adjustment of version 2 of the API and then rejected it, for example because the card has too few points.
/// It was certainly not applied, and that is final: another try needs an id of its own.
/// </summary>
public sealed class LoyaltyTransactionRejectedException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was rejected, and why.</param>
    public LoyaltyTransactionRejectedException(string message)
        : base(message)
    {
    }

    /// <summary>Why, such as <c>NOT_ENOUGH_BALANCE</c>; null if the service did not say.</summary>
    public string? Reason { get; init; }

    /// <summary>The reason in words; null if the service did not say.</summary>
    public string? Details { get; init; }

    /// <summary>The transaction.</summary>
    public CardTransactionId TransactionId { get; init; }

    /// <summary>The id of the adjustment.</summary>
    public string? SourceId { get; init; }

    internal static void ThrowIf(CardTransaction transaction, string sourceId)
    {
        if (transaction.Status?.Value == CardTransactionStatus.Rejected)
        {
            throw Of(transaction, sourceId);
        }
    }

    internal static LoyaltyTransactionRejectedException Of(CardTransaction transaction, string sourceId)
    {
        var rejection = transaction.Details?.Rejection;
        var reason = rejection?.Reason?.Value ?? "it gave no reason";
        return new($"The service has rejected the transaction {transaction.Id} (source_id '{sourceId}'): {reason}.")
        {
            Reason = rejection?.Reason?.Value,
            Details = rejection?.Details?.ToString(),
            TransactionId = transaction.Id,
            SourceId = sourceId,
        };
    }
}
