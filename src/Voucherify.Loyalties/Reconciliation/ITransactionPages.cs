namespace Voucherify.Loyalties.Reconciliation;

/// <summary>Reads the transactions of a card, newest first, page by page.</summary>
internal interface ITransactionPages
{
    /// <summary>Reads a page.</summary>
    /// <param name="expected">The transaction that is searched for, which names the card.</param>
    /// <param name="place">The size of the page, and the cursor at which it begins; null for the first page.</param>
    /// <param name="limits">How the page is read.</param>
    /// <returns>The page.</returns>
    /// <exception cref="LoyaltyException">The page could not be read.</exception>
    ValueTask<TransactionPage> ReadAsync(ExpectedTransaction expected, (string? Cursor, int Size) place, PageLimits limits);
}
