using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>Which rows of a list that is sorted by id a request wants, and in which order. Parameters it does not know are ignored (A).</summary>
internal sealed record CursorQuery
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 100;

    private int Limit { get; init; } = DefaultLimit;

    private bool OldestFirst { get; init; }

    private string? StartingAfterId { get; init; }

    public static bool TryParse(
        UrlEncodedValues parameters,
        [NotNullWhen(true)] out CursorQuery? query,
        [NotNullWhen(false)] out string? problem,
        string sortedBy = "id")
    {
        (query, problem) = (null, null);
        if (!TryParseLimit(parameters.Find("limit"), out var limit))
        {
            problem = $"Property .limit must be an integer from 1 to {LargestLimit}";
            return false;
        }

        // Newest first unless asked otherwise (E).
        var order = parameters.Find("order") ?? "-" + sortedBy;
        if (!string.Equals(order.TrimStart('-'), sortedBy, StringComparison.Ordinal))
        {
            problem = "Property .order must be equal to one of the allowed values";
            return false;
        }

        query = new CursorQuery
        {
            Limit = limit,
            OldestFirst = order[0] is not '-',
            StartingAfterId = parameters.Find("starting_after_id"),
        };
        return true;
    }

    public static bool TryParseLimit(string? text, out int limit)
    {
        limit = DefaultLimit;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestLimit);
    }

    /// <summary>The wanted page of rows that are sorted by ascending id, and whether there is more.</summary>
    public (List<T> Page, bool HasMore) Run<T>(IReadOnlyList<T> rows, Func<T, string> id, Func<T, bool> filter)
    {
        var ordered = OldestFirst ? rows : NewestFirst(rows);
        var page = ordered.Where(row => IsAfterCursor(id(row))).Where(filter).Take(Limit + 1).ToList();
        var hasMore = page.Count > Limit;
        if (hasMore)
        {
            page.RemoveAt(Limit);
        }

        return (page, hasMore);
    }

    // Without a copy, which Enumerable.Reverse would make: lookups after a lost answer read a few rows of a long history.
    private static IEnumerable<T> NewestFirst<T>(IReadOnlyList<T> rows)
    {
        for (var i = rows.Count - 1; i >= 0; i--)
        {
            yield return rows[i];
        }
    }

    // By comparison, not by position: a cursor stays good while the list grows at its head, and an id that is not in
    // the list is a place in it all the same (A).
    private bool IsAfterCursor(string id)
    {
        var comparison = StartingAfterId is null ? 0 : string.CompareOrdinal(id, StartingAfterId);
        return StartingAfterId is null || (OldestFirst ? comparison > 0 : comparison < 0);
    }
}
