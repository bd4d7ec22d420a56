namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>An order that was paid.</summary>
/// <param name="Id">The id, <c>ord_...</c>.</param>
/// <param name="SourceId">The caller's id of it.</param>
/// <param name="Amount">Before discounts, in minor currency units.</param>
/// <param name="DiscountAmount">The discounts.</param>
/// <param name="EventId">The event that says it was paid.</param>
internal sealed record Order(string Id, string? SourceId, long Amount, long DiscountAmount, string EventId)
{
    public long TotalAmount => Amount - DiscountAmount;
}
