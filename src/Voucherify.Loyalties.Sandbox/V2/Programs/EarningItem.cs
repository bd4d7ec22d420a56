namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>An item of an order.</summary>
/// <param name="ProductId">The product, or null.</param>
/// <param name="SkuId">The variant of the product, or null.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Amount">The amount before discounts.</param>
/// <param name="Discount">The discounts.</param>
internal sealed record EarningItem(string? ProductId, string? SkuId, long Quantity, long Amount, long Discount)
{
    /// <summary>Returns the number that a calculation asks for.</summary>
    public long Number(string name) => name switch
    {
        "quantity" => Quantity,
        "amount" => Amount,
        _ => Amount - Discount,
    };
}
