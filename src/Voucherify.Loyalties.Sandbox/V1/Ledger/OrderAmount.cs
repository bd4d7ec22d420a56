using System.Runtime.InteropServices;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>What an order costs, in minor currency units.</summary>
/// <param name="Gross">The amount before discounts.</param>
/// <param name="Discount">The discounts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderAmount(long Gross, long Discount)
{
    /// <summary>The amount after discounts.</summary>
    public long Net => Gross - Discount;
}
