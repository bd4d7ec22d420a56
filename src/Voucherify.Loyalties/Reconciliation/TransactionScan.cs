using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// Judges the pages of one search. A write is absent only if every transaction since its first send was read, and what was read can be
/// trusted: newest first, and not from a cache.
/// </summary>
/// <param name="expected">The transaction to look for.</param>
/// <param name="bounds">How far back the search goes, and how fresh a page must be.</param>
internal sealed class TransactionScan(ExpectedTransaction expected, SearchBounds bounds)
{
    private readonly HashSet<string> _cursors = new(StringComparer.Ordinal);
    private readonly HashSet<string> _others = new(StringComparer.Ordinal);
    private List<ITransactionRow>? _candidates;
    private ITransactionRow? _previous;
    private bool _isUnordered;

    /// <summary>What was found so far.</summary>
    public Finding Finding { get; private set; }

    /// <summary>Judges the next page.</summary>
    /// <returns>Where the next page begins; null when the search has ended.</returns>
    /// <exception cref="LoyaltyException">The page proves nothing.</exception>
    public string? Add(TransactionPage page)
    {
        bounds.Begin(page.Date);
        foreach (var row in page.Rows)
        {
            Judge(row);
        }

        if (Finding.Applied is not null || (expected.RecordedAs is not null && HasState))
        {
            return null;
        }

        Check(page);
        Finding = Finding with { IsOld = Finding.IsOld || !bounds.IsFresh(page.Date) };
        var isPastTheReach = !_isUnordered && page.Rows is [.., { CreatedAt: { } oldest }] && bounds.IsBefore(oldest);
        return isPastTheReach ? null : Next(page.NextCursor);
    }

    private bool HasState => (Finding.Recorded ?? Finding.Rejected) is not null;

    private void Judge(ITransactionRow row)
    {
        Finding = expected.Judge(row, bounds.AgeOf(row)) switch
        {
            RowVerdict.Applied => Finding with { Applied = Finding.Applied ?? row, IsDuplicate = IsSecond(row) },
            RowVerdict.Recorded => Finding with { Recorded = row },
            RowVerdict.Rejected => Finding with { Rejected = Finding.Rejected ?? row },
            RowVerdict.Conflict => Finding with { Conflict = Finding.Conflict ?? row },
            RowVerdict.Candidate => WithCandidate(row),
            RowVerdict.Doubtful when !expected.IsOfAnotherWrite(row, _others) =>
                WithCandidate(row) with { Doubtful = Finding.Doubtful ?? row },
            _ => Finding,
        };
    }

    private Finding WithCandidate(ITransactionRow row)
    {
        (_candidates ??= []).Add(row);
        return Finding with { Candidates = _candidates };
    }

    private bool IsSecond(ITransactionRow row) =>
        Finding.IsDuplicate || (Finding.Applied is { } first && first.RowId != row.RowId);

    private void Check(TransactionPage page)
    {
        if (page.IsCached || bounds.IsStale(page.Date))
        {
            throw new LoyaltyException(
                "The list of transactions comes from a cache, or is older than the write could still be applied: it proves nothing.");
        }

        foreach (var row in page.Rows)
        {
            _isUnordered |= _previous is { } previous && !IsInOrder(previous, row);
            if (_isUnordered && !expected.AllowsAnyOrder)
            {
                throw new LoyaltyException("The list of transactions is not ordered from new to old: it proves nothing.");
            }

            _previous = row;
        }
    }

    // The clocks of the service differ a little. The list is sorted by id, so rows of the same time say nothing without their ids.
    private bool IsInOrder(ITransactionRow newer, ITransactionRow older)
    {
        var ahead = older.CreatedAt - newer.CreatedAt;
        return !(ahead >= TimeSpan.Zero)
            || ((ahead == TimeSpan.Zero || ahead < bounds.Margin) && string.CompareOrdinal(older.RowId, newer.RowId) < 0);
    }

    private string? Next(string? cursor) => cursor is null || _cursors.Add(cursor)
        ? cursor
        : throw new LoyaltyException(
            "The list of transactions goes round in a circle: the service sent a cursor twice. It proves nothing.");
}
