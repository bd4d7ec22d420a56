using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>The queries that the client itself makes for the transactions of a card.</summary>
internal static class CardTransactionQueries
{
    // The size must not change from page to page: a cursor belongs to its query.
    private const int PageSize = 100;

    /// <summary>All transactions, newest first. The documents disagree about the values of an order; without one, they agree.</summary>
    public static ListCardTransactionsQuery NewestFirst(string? cursor) => new() { Limit = PageSize, Cursor = cursor };

    /// <summary>One transaction.</summary>
    public static ListCardTransactionsQuery ById(string id) => new()
    {
        Limit = PageSize,
        Filters = new CardTransactionFilters { Id = new CardTransactionIdConditions { Is = id } },
    };
}
