namespace Voucherify.Loyalties.V2;

public sealed partial record Stock
{
    /// <summary>A reward that cannot run out.</summary>
    public static Stock Unlimited => new() { Type = StockType.Unlimited };

    /// <summary>A reward with a number of pieces.</summary>
    /// <param name="quantity">The number.</param>
    public static Stock Of(long quantity) => new() { Type = StockType.Limited, Limited = new() { Quantity = quantity } };
}
