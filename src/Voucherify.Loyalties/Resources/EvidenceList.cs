using Voucherify.Loyalties.Pagination;

namespace Voucherify.Loyalties.Resources;

/// <summary>Reads the rows of a list as evidence.</summary>
/// <param name="read">Reads the page of a cursor.</param>
/// <param name="createdAt">When a row was created.</param>
internal sealed class EvidenceList<T>(Func<string?, Task<EvidencePage<T>>> read, Func<T, DateTimeOffset?> createdAt)
{
    private DateTimeOffset? _last = DateTimeOffset.MaxValue;

    /// <summary>Whether a cache stored a page some time ago, so that what is newer may be missing.</summary>
    public bool IsCached { get; private set; }

    /// <summary>Reads the whole list.</summary>
    public Task<IReadOnlyList<T>> ReadAllAsync() => ReadAsync(static _ => null);

    /// <summary>
    /// Reads what is not older than the first send of a write. While the newest rows come first, it stops at the first row that is older;
    /// otherwise it reads everything.
    /// </summary>
    public Task<IReadOnlyList<T>> ReadSinceFirstSendAsync(SearchMoment moment) => ReadAsync(moment.FirstSend);

    private async Task<IReadOnlyList<T>> ReadAsync(Func<DateTimeOffset?, DateTimeOffset?> oldest)
    {
        var rows = new List<T>();
        var seen = new SeenCursors(start: null);
        var page = await read(null).ConfigureAwait(false);
        var since = oldest(page.Date);
        while (true)
        {
            IsCached |= page.IsCached;
            rows.AddRange(page.Rows.Where(row => !(createdAt(row) < since)));
            if (page.Next is not { } next || EndsBefore(page.Rows, since))
            {
                return rows;
            }

            seen.Add(next);
            page = await read(next).ConfigureAwait(false);
        }
    }

    /// <summary>Whether only older rows follow, as far as can be told.</summary>
    private bool EndsBefore(IReadOnlyList<T> rows, DateTimeOffset? since)
    {
        foreach (var row in rows)
        {
            // Null once a row was not older than the one before, or had no time.
            _last = createdAt(row) <= _last ? createdAt(row) : null;
        }

        return rows.Count > 0 && _last < since;
    }
}
