using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Enumerates lists with numbered pages (<c>page</c> and <c>limit</c>).</summary>
internal static class NumberedPaging
{
    /// <summary>Enumerates all items from a page on. Each page is fetched when its first item is requested, never earlier.</summary>
    /// <param name="fetch">Fetches a page by its number.</param>
    /// <param name="start">The number of the first page.</param>
    /// <param name="lastPage">The highest number that the service accepts.</param>
    /// <param name="pageSize">The number of items in a full page.</param>
    /// <param name="cancellationToken">Cancels the enumeration between items and while a page is fetched.</param>
    /// <exception cref="LoyaltyException">The last page that the service accepts is full.</exception>
    public static async IAsyncEnumerable<TItem> EnumerateAsync<TItem>(
        Func<int, CancellationToken, Task<IReadOnlyList<TItem>?>> fetch,
        int start,
        int lastPage,
        int pageSize,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        for (var number = start; ; number++)
        {
            var items = await fetch(number, cancellationToken).ConfigureAwait(false) ?? [];
            foreach (var item in items)
            {
                cancellationToken.ThrowIfCancellationRequested();
                if (item is not null)
                {
                    yield return item;
                }
            }

            if (items.Count < pageSize)
            {
                yield break;
            }

            if (number >= lastPage)
            {
                // Stopping silently would make a part of the list look complete.
                throw new LoyaltyException(
                    $"The list may be incomplete: the service has no page after {lastPage}. Narrow the query to list the rest.");
            }
        }
    }
}
