using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>The queries that the client itself makes for the payments and purchases of a member.</summary>
internal static class MemberTransactionQueries
{
    // The size must not change from page to page: a cursor belongs to its query.
    private const int PageSize = 100;

    /// <summary>All payments, newest first. The documents disagree about the values of an order; without one, they agree.</summary>
    public static ListMemberOrderPaymentsQuery Payments(string? cursor) => new() { Limit = PageSize, Cursor = cursor };

    /// <summary>One payment.</summary>
    public static ListMemberOrderPaymentsQuery PaymentById(string id) => new()
    {
        Limit = PageSize,
        Filters = new OrderPaymentFilters { Id = new OrderTransactionIdConditions { Is = id } },
    };

    /// <summary>All purchases, newest first.</summary>
    public static ListMemberPurchasesQuery Purchases(string? cursor) => new() { Limit = PageSize, Cursor = cursor };

    /// <summary>One purchase.</summary>
    public static ListMemberPurchasesQuery PurchaseById(string id) => new()
    {
        Limit = PageSize,
        Filters = new RewardPurchaseFilters { Id = new RewardTransactionIdConditions { Is = id } },
    };
}
