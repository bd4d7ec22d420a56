using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Voucherify.Loyalties.Sandbox.Ledger;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Handlers.Listing;

/// <summary>Which transactions a request wants, and in which order. Parameters it does not know are ignored (A).</summary>
internal sealed record TransactionQuery
{
    private const int DefaultLimit = 10;
    private const int LargestLimit = 100;

    private int Limit { get; init; } = DefaultLimit;

    private bool OldestFirst { get; init; }

    private string? StartingAfterId { get; init; }

    private TransactionFilter Filter { get; init; } = TransactionFilter.None;

    public static bool TryParse(
        UrlEncodedValues parameters,
        DateTimeOffset now,
        [NotNullWhen(true)] out TransactionQuery? query,
        [NotNullWhen(false)] out string? problem)
    {
        query = null;
        if (!TryParseLimit(parameters.Find("limit"), out var limit))
        {
            problem = $"Property .limit must be an integer from 1 to {LargestLimit}";
            return false;
        }

        // Newest first unless asked otherwise (E).
        var order = parameters.Find("order") ?? "-id";
        if (order is not ("id" or "-id"))
        {
            problem = "Property .order must be equal to one of the allowed values";
            return false;
        }

        if (!TransactionFilter.TryParse(parameters, now, out var filter, out problem))
        {
            return false;
        }

        query = new TransactionQuery
        {
            Limit = limit,
            OldestFirst = order is "id",
            StartingAfterId = parameters.Find("starting_after_id"),
            Filter = filter,
        };
        return true;
    }

    /// <summary>The wanted page of a history that is sorted by ascending id, and whether there is more.</summary>
    public (List<Transaction> Page, bool HasMore) Run(IReadOnlyList<Transaction> history)
    {
        var ordered = OldestFirst ? history : NewestFirst(history);
        var page = ordered.Where(IsAfterCursor).Where(Filter.Accepts).Take(Limit + 1).ToList();
        var hasMore = page.Count > Limit;
        if (hasMore)
        {
            page.RemoveAt(Limit);
        }

        return (page, hasMore);
    }

    // Without a copy, which Enumerable.Reverse would make: lookups after a lost answer read a few rows of a long history.
    private static IEnumerable<Transaction> NewestFirst(IReadOnlyList<Transaction> history)
    {
        for (var i = history.Count - 1; i >= 0; i--)
        {
            yield return history[i];
        }
    }

    // By comparison, not by position: a cursor stays good while the list grows at its head, and an id that is not in
    // the list is a place in it all the same (A).
    private bool IsAfterCursor(Transaction transaction)
    {
        var comparison = StartingAfterId is null ? 0 : string.CompareOrdinal(transaction.Id, StartingAfterId);
        return StartingAfterId is null || (OldestFirst ? comparison > 0 : comparison < 0);
    }

    private static bool TryParseLimit(string? text, out int limit)
    {
        limit = DefaultLimit;
        return text is null
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out limit) && limit is >= 1 and <= LargestLimit);
    }
}
