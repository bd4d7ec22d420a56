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
    private readonly PageEvidence _evidence = new(bounds, expected.AllowsAnyOrder);
    private List<ITransactionRow>? _candidates;

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

        _evidence.Check(page);
        Finding = Finding with { IsOld = Finding.IsOld || !bounds.IsFresh(page.Date) };
        return _evidence.NextAfter(page);
    }

    // Few rows are in doubt.
    private HashSet<string> Others => field ??= new(StringComparer.Ordinal);

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
            RowVerdict.Doubtful when !expected.IsOfAnotherWrite(row, Others) =>
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
}
