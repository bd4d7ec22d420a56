using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Pagination;

/// <summary>How a list goes on when its cursor has expired: from the time of the last item, without a cursor.</summary>
/// <param name="Order">The order of the query; null for the default, in which the newest item comes first.</param>
/// <param name="Junction">How the filters of the query are combined.</param>
/// <param name="Describe">Returns the id of an item, and when it was created.</param>
/// <param name="Fetch">Fetches a page of the same query, whose condition on the time of creation is changed.</param>
internal sealed record ListContinuation<TItem>(
    string? Order,
    string? Junction,
    Func<TItem, (string Id, DateTimeOffset? CreatedAt)> Describe,
    Func<Func<TimeConditions?, TimeConditions>, string?, CancellationToken, Task<Page<TItem>>> Fetch)
{
    /// <summary>Whether the time of an item tells its place, and a further condition narrows the list.</summary>
    public bool IsPossible => Order is null or "created_at" or "-created_at" && Junction is null or V2.Junction.And;

    /// <summary>Whether the oldest item comes first.</summary>
    public bool IsOldestFirst => Order == "created_at";
}
