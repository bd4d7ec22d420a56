using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Enumerates lists that continue after the id of an item (<c>starting_after_id</c>).</summary>
internal static class CursorPaging
{
    /// <summary>Enumerates all items after a cursor. Each page is fetched when its first item is requested, never earlier.</summary>
    /// <param name="fetch">Fetches the page after a cursor.</param>
    /// <param name="idOf">Returns the id of an item, which is the cursor when the service sends none.</param>
    /// <param name="start">The cursor to begin after, or <see langword="null"/> for the start of the list.</param>
    /// <param name="pageSize">The number of items in a full page.</param>
    /// <param name="cancellationToken">Cancels the enumeration between items and while a page is fetched.</param>
    /// <exception cref="LoyaltyException">
    /// More items follow, but the service sent no cursor to continue from, or one that it sent before.
    /// </exception>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TItem>(
        Func<string?, CancellationToken, Task<CursorPage<TItem>>> fetch,
        Func<TItem, string?> idOf,
        string? start,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = start;
        var seen = new SeenCursors(start);
        while (true)
        {
            var page = await fetch(cursor, cancellationToken).ConfigureAwait(false);
            foreach (var item in page.Items ?? [])
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (item is not null)
                {
                    yield return item;
                }
            }

            if (!MayHaveMore(page, pageSize))
            {
                yield break;
            }

            var next = page.Next ?? LastId(page.Items ?? [], idOf);
            if (next is null || string.Equals(next, cursor, StringComparison.Ordinal))
            {
                // Repeating the same cursor would list the same page forever. Stopping silently would make a part of the list look
                // complete.
                throw new LoyaltyException("The list is incomplete: more items follow, but the service sent no cursor to continue from.");
            }

            seen.Add(next);
            cursor = next;
        }
    }

    /// <summary>If the service does not say, an empty or short page is the last one, and a full page may be followed by another.</summary>
    private static bool MayHaveMore<TItem>(CursorPage<TItem> page, int pageSize) =>
        page.HasMore ?? (page.Items is { Count: > 0 } items && (page.Next is not null || items.Count >= pageSize));

    private static string? LastId<TItem>(IReadOnlyList<TItem> items, Func<TItem, string?> idOf) =>
        items.LastOrDefault(static item => item is not null) is { } last && idOf(last) is { Length: > 0 } id ? id : null;
}
