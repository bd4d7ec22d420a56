namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The event that says that an order was paid.</summary>
/// <param name="Id">The id, <c>event_...</c>.</param>
/// <param name="RequestId">The request that paid the order.</param>
/// <param name="AppId">The key of that request.</param>
/// <param name="CreatedAt">When the order was paid.</param>
internal sealed record OrderPaidEvent(string Id, string RequestId, string AppId, DateTimeOffset CreatedAt);
