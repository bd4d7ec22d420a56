namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>What a list of transactions of the v2 API can be sorted by. The vendor's documents contradict each other.</summary>
public enum SandboxListOrders
{
    /// <summary>By <c>id</c> and by <c>created_at</c>.</summary>
    Both = 0,

    /// <summary>By <c>id</c>; <c>created_at</c> gets 400 <c>invalid_query_params</c>.</summary>
    Id = 1,

    /// <summary>By <c>created_at</c>; <c>id</c> gets 400 <c>invalid_query_params</c>.</summary>
    CreatedAt = 2,
}
