namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Something that limits a payment.</summary>
/// <param name="Type">Which limit it is.</param>
/// <param name="Unit"><c>POINTS</c> or <c>AMOUNT</c>.</param>
/// <param name="Value">The limit.</param>
internal sealed record SpendingCap(string Type, string Unit, long Value)
{
    public const string Amount = "AMOUNT";
    public const string Points = "POINTS";
    public const string GlobalSpendings = "CARD_SPENDING_GLOBAL_SPENDING_BASED_LIMIT";
    public const string GlobalPeriod = "CARD_SPENDING_GLOBAL_TIME_BASED_LIMIT";
    public const string Transaction = "CARD_SPENDING_TRANSACTIONS_LIMIT";
    public const string Request = "REQUEST_PAYMENT_LIMIT";
    public const string OrderTotal = "ORDER_TOTAL_AMOUNT";
    public const string CardBalance = "CARD_BALANCE_POINTS";

    /// <summary>Returns the most points that it allows.</summary>
    /// <param name="ratio">The points for a minor unit of the currency.</param>
    public long PointsAt(decimal ratio) => Unit == Amount ? (long)Math.Min(Math.Floor(Value * ratio), long.MaxValue) : Value;
}
