namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>A paid order.</summary>
/// <param name="Id">The id, <c>ord_...</c>.</param>
/// <param name="SourceId">The caller's id of the order.</param>
/// <param name="Amount">What it costs.</param>
/// <param name="Paid">The event that says that the order was paid.</param>
internal sealed record Order(string Id, string? SourceId, OrderAmount Amount, OrderPaidEvent Paid);
