using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Computes payments of orders: the lowest of all limits counts (documented).</summary>
internal sealed class PaymentCalculator(SpendingLimits limits)
{
    /// <summary>
    /// Returns what a payment would be, or the key of the error that refuses it. Keys are checked in the documented order.
    /// </summary>
    public (PaymentQuote? Quote, string? Refusal) Of(LoyaltyCard card, ShopOrder order, PaymentLimit? limit, DateTimeOffset now)
    {
        var (ratio, refusal) = ExchangeRatio.Of(card.Definition);
        var own = limits.CapsOf(card, now).ToList();
        refusal ??= card.Counters.Balance <= 0 ? "zero_card_balance"
            : order.TotalAmount == 0 ? "zero_order_total_amount"
            : own.Find(static cap => cap.Value == 0) is { } exhausted ? KeyOf(exhausted)
            : null;
        if (refusal is not null)
        {
            return (null, refusal);
        }

        var cap = Caps(card, order, limit, own).MinBy(cap => cap.PointsAt(ratio))!;
        var points = cap.PointsAt(ratio);
        var amount = (long)Math.Min(Math.Floor(points / ratio), order.TotalAmount);
        return points == 0 ? (null, "zero_points_to_spent")
            : amount == 0 ? (null, "zero_payment_amount")
            : (new PaymentQuote(card, order) { Points = points, Amount = amount, Ratio = ratio, Cap = cap, Limit = limit }, null);
    }

    // Among equal ones, the first counts (assumed).
    private static IEnumerable<SpendingCap> Caps(LoyaltyCard card, ShopOrder order, PaymentLimit? limit, List<SpendingCap> own) =>
    [
        .. own,
        .. limit is null ? Array.Empty<SpendingCap>() : [new(SpendingCap.Request, limit.Unit, limit.Max)],
        new(SpendingCap.OrderTotal, SpendingCap.Amount, order.TotalAmount),
        new(SpendingCap.CardBalance, SpendingCap.Points, card.Counters.Balance),
    ];

    private static string KeyOf(SpendingCap exhausted) => exhausted.Type switch
    {
        SpendingCap.GlobalSpendings => "exhausted_card_spending_global_spending_based_limit",
        SpendingCap.GlobalPeriod => "exhausted_card_spending_global_time_based_limit",
        _ => "exhausted_card_spending_transactions_limit",
    };
}
