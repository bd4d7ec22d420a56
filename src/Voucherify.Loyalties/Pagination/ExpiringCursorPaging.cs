using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Enumerates lists whose pages follow cursors that the service forgets after a while.</summary>
internal static class ExpiringCursorPaging
{
    private const string Incomplete = "The list is incomplete:";

    /// <summary>
    /// Enumerates all items from a page on. Each page is fetched when its first item is requested, never earlier, and with the same query.
    /// </summary>
    /// <param name="fetch">Fetches the page of a cursor.</param>
    /// <param name="start">The cursor of the first page, or <see langword="null"/> for the start of the list.</param>
    /// <param name="cancellationToken">Cancels the enumeration between items and while a page is fetched.</param>
    /// <exception cref="LoyaltyException">
    /// More items may follow, but the service no longer accepts the cursor, sent one for the second time, or sent no list.
    /// </exception>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TItem>(
        Func<string?, CancellationToken, Task<Page<TItem>>> fetch,
        string? start,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new SeenCursors(start);
        var page = await fetch(start, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // An absent list is not an empty one.
            foreach (var item in page.Items ?? throw new LoyaltyException($"{Incomplete} the service sent a page without a list."))
            {
                cancellationToken.ThrowIfCancellationRequested();
                yield return item;
            }

            if (page.NextCursor is not { } next)
            {
                yield break;
            }

            seen.Add(next);
            page = await NextAsync(fetch, next, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<Page<TItem>> NextAsync<TItem>(
        Func<string?, CancellationToken, Task<Page<TItem>>> fetch,
        string cursor,
        CancellationToken cancellationToken)
    {
        try
        {
            return await fetch(cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (LoyaltyApiException exception) when (Describe(exception.Key) is { } reason)
        {
            throw new LoyaltyException($"{Incomplete} {reason} Enumerate it again from its start.", exception);
        }
    }

    private static string? Describe(string? key) => key switch
    {
        LoyaltyErrorKeys.InvalidOrExpiredCursor => "the cursor of the next page has expired, because its page was requested too late.",
        LoyaltyErrorKeys.CursorAndQueryMismatch or LoyaltyErrorKeys.InvalidCursor =>
            "the service does not accept the cursor that it sent for the next page.",
        _ => null,
    };
}
