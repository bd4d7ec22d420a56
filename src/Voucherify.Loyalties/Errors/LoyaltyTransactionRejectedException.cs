using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties;

/// <summary>
/// The service has recorded a write of version 2 of the API and then rejected it, for example because the card has too few points. It was
/// certainly not applied, and that is final. Another try of an adjustment needs an id of its own.
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

    /// <summary>The id of the transaction; null if the service left it out.</summary>
    public string? TransactionId { get; init; }

    /// <summary>The id of the adjustment; null for a write that has none.</summary>
    public string? SourceId { get; init; }

    internal static void ThrowIf(CardTransaction transaction, string sourceId)
    {
        if (transaction.Status?.Value == CardTransactionStatus.Rejected)
        {
            throw Of(transaction, sourceId);
        }
    }

    internal static LoyaltyTransactionRejectedException Of(CardTransaction transaction, string sourceId) =>
        Of((IListedTransaction)transaction, sourceId);

    internal static LoyaltyTransactionRejectedException Of(IListedTransaction transaction, string? sourceId)
    {
        var rejection = transaction.Rejection;
        var label = sourceId is null ? transaction.RowId : $"{transaction.RowId} (source_id '{sourceId}')";
        return new($"The service has rejected the transaction {label}: {rejection?.Reason?.Value ?? "it gave no reason"}.")
        {
            Reason = rejection?.Reason?.Value,
            Details = rejection?.Details?.ToString(),
            TransactionId = transaction.RowId,
            SourceId = sourceId,
        };
    }
}
