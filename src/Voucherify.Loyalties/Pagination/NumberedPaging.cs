using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Pagination;

/// <summary>Lists whose pages have numbers (<c>page</c> and <c>limit</c>).</summary>
internal static class NumberedPaging
{
    /// <summary>All items from a page on. A page is fetched when its first item is asked for, never before.</summary>
    /// <param name="fetch">Fetches the page with a number.</param>
    /// <param name="start">The number of the first page.</param>
    /// <param name="lastPage">The highest number that the service accepts.</param>
    /// <param name="pageSize">How many items a full page has.</param>
    /// <param name="cancellationToken">Cancels between items and while a page is fetched.</param>
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
                // To stop here in silence would pass a part of the list off as the whole.
                throw new LoyaltyException(
                    $"The list may go on, but the service has no page after {lastPage}. Narrow the query to list the rest.");
            }
        }
    }
}
