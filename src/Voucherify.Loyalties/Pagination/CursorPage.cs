namespace Voucherify.Loyalties.Pagination;

/// <summary>What paging needs to know about one page of a cursor-based list.</summary>
/// <param name="Items">The items of the page.</param>
/// <param name="HasMore">Whether the service says that more items follow; null if it does not say.</param>
/// <param name="Next">The cursor of the next page, if the service sent one.</param>
internal readonly record struct CursorPage<TItem>(IReadOnlyList<TItem>? Items, bool? HasMore, string? Next);
