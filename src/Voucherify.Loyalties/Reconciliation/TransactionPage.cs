using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A page of a card's transactions.</summary>
/// <param name="Date">The service's clock at the response; null if the response does not say.</param>
/// <param name="IsCached">Whether a cache stored the response some time ago.</param>
internal abstract record TransactionPage(DateTimeOffset? Date, bool IsCached)
{
    /// <summary>The most rows of a page.</summary>
    public const int FullSize = 100;

    /// <summary>The rows of the first page when the card was read before: usually, few are new.</summary>
    public const int SmallSize = 10;

    /// <summary>The rows, newest first if the service kept the order. Null rows are left out.</summary>
    public abstract IReadOnlyList<ITransactionRow> Rows { get; }

    /// <summary>Whether a page that was asked for one transaction is about it: it has the transaction, or nothing.</summary>
    public bool IsAbout(string id) => Rows.Count == 0 || Rows.Any(row => row.RowId == id);

    /// <summary>Where the next page begins; null after the last page.</summary>
    /// <exception cref="LoyaltyException">More rows follow, but the page does not say from where.</exception>
    public abstract string? NextCursor { get; }
}
