using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Enumerates lists whose pages follow cursors that the service forgets after a while.</summary>
internal static class ExpiringCursorPaging
{
    private const string Incomplete = "The list is incomplete:";

    /// <summary>
    /// Enumerates all items from a page on. Each page is fetched when its first item is requested, never earlier, and with the same query.
    /// If a cursor has expired and the list is in the order of time, it goes on from the last item.
    /// </summary>
    /// <param name="fetch">Fetches the page of a cursor.</param>
    /// <param name="start">The cursor of the first page, or <see langword="null"/> for the start of the list.</param>
    /// <param name="continuation">How the list goes on without its cursor; null if it cannot.</param>
    /// <param name="cancellationToken">Cancels the enumeration between items and while a page is fetched.</param>
    /// <exception cref="LoyaltyException">
    /// More items may follow, but the service no longer accepts the cursor, sent one for the second time, or sent no list.
    /// </exception>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TItem>(
        Func<string?, CancellationToken, Task<Page<TItem>>> fetch,
        string? start,
        ListContinuation<TItem>? continuation,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var seen = new SeenCursors(start);
        var position = continuation is null ? null : new ListPosition<TItem>(continuation);
        var page = await fetch(start, cancellationToken).ConfigureAwait(false);
        while (true)
        {
            // An absent list is not an empty one.
            foreach (var item in page.Items ?? throw new LoyaltyException($"{Incomplete} the service sent a page without a list."))
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (position?.TryTake(item) != false)
                {
                    yield return item;
                }
            }

            if (page.NextCursor is not { } next)
            {
                position?.End();
                yield break;
            }

            seen.Add(next);
            if (await NextAsync(fetch, next, position, cancellationToken).ConfigureAwait(false) is { } following)
            {
                page = following;
                continue;
            }

            fetch = position!.Resume();
            page = await fetch(null, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Fetches the next page.</summary>
    /// <returns>The page; null if its cursor has expired, and the list can go on without it.</returns>
    private static async Task<Page<TItem>?> NextAsync<TItem>(
        Func<string?, CancellationToken, Task<Page<TItem>>> fetch,
        string cursor,
        ListPosition<TItem>? position,
        CancellationToken cancellationToken)
    {
        try
        {
            return await fetch(cursor, cancellationToken).ConfigureAwait(false);
        }
        catch (LoyaltyApiException error)
            when (error.Key == LoyaltyErrorKeys.InvalidOrExpiredCursor && position is { CanResume: true })
        {
            return null;
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
