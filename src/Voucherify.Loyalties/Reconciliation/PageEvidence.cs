using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Decides whether the pages of one search can be trusted: newest first, without a gap, and not from a cache. Otherwise they prove nothing.
/// </summary>
/// <param name="bounds">How far back the search goes, and how fresh a page must be.</param>
/// <param name="allowsAnyOrder">Whether rows in another order can still be read, up to the end of the list.</param>
internal sealed class PageEvidence(SearchBounds bounds, bool allowsAnyOrder)
{
    private ITransactionRow? _previous;
    private bool _isUnordered;

    // Few searches need more than a page.
    private HashSet<string> Cursors => field ??= new(StringComparer.Ordinal);

    /// <summary>Checks the next page.</summary>
    /// <exception cref="LoyaltyException">The page proves nothing.</exception>
    public void Check(TransactionPage page)
    {
        if (page.IsCached || bounds.IsStale(page.Date))
        {
            throw new LoyaltyException(
                "The list of transactions comes from a cache, or is older than the write could still be applied: it proves nothing.");
        }

        foreach (var row in page.Rows)
        {
            _isUnordered |= _previous is { } previous && !IsInOrder(previous, row);
            if (_isUnordered && !allowsAnyOrder)
            {
                throw new LoyaltyException("The list of transactions is not ordered from new to old: it proves nothing.");
            }

            _previous = row;
        }
    }

    /// <summary>Returns where the page after a checked one begins; null when the search has read enough.</summary>
    /// <exception cref="LoyaltyException">The service sent a cursor twice.</exception>
    public string? NextAfter(TransactionPage page)
    {
        var isPastTheReach = !_isUnordered && page.Rows is [.., { CreatedAt: { } oldest }] && bounds.IsBefore(oldest);
        return isPastTheReach ? null : Next(page.NextCursor);
    }

    // The clocks of the service differ a little. The list is sorted by id, so rows of the same time say nothing without their ids.
    private bool IsInOrder(ITransactionRow newer, ITransactionRow older)
    {
        var ahead = older.CreatedAt - newer.CreatedAt;
        return !(ahead >= TimeSpan.Zero)
            || ((ahead == TimeSpan.Zero || ahead < bounds.Margin) && string.CompareOrdinal(older.RowId, newer.RowId) < 0);
    }

    private string? Next(string? cursor) => cursor is null || Cursors.Add(cursor)
        ? cursor
        : throw new LoyaltyException(
            "The list of transactions goes round in a circle: the service sent a cursor twice. It proves nothing.");
}
