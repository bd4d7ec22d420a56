using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Lists that continue after the id of an item (<c>starting_after_id</c>).</summary>
internal static class CursorPaging
{
    /// <summary>All items from a cursor on. A page is fetched when its first item is asked for, never before.</summary>
    /// <param name="fetch">Fetches the page after a cursor.</param>
    /// <param name="idOf">The id of an item: the cursor when the service sends none.</param>
    /// <param name="start">The cursor to begin after, or <see langword="null"/> for the start of the list.</param>
    /// <param name="pageSize">How many items a full page has.</param>
    /// <param name="cancellationToken">Cancels between items and while a page is fetched.</param>
    /// <exception cref="LoyaltyException">More items follow, but the service does not say where.</exception>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TItem>(
        Func<string?, CancellationToken, Task<CursorPage<TItem>>> fetch,
        Func<TItem, string?> idOf,
        string? start,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var cursor = start;
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
                // The same cursor again would list the same page for ever; to stop in silence would pass a part of the list off as the whole.
                throw new LoyaltyException("The list goes on, but the service does not say where: what was listed is not the whole.");
            }

            cursor = next;
        }
    }

    /// <summary>Without a word from the service, an empty or a short page is the last one, and a full page may not be.</summary>
    private static bool MayHaveMore<TItem>(CursorPage<TItem> page, int pageSize) =>
        page.HasMore ?? (page.Items is { Count: > 0 } items && (page.Next is not null || items.Count >= pageSize));

    private static string? LastId<TItem>(IReadOnlyList<TItem> items, Func<TItem, string?> idOf) =>
        items.LastOrDefault(static item => item is not null) is { } last ? idOf(last) : null;
}
