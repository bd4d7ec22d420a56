using Voucherify.Loyalties.Sandbox.Customers;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Says whether a payment that is due can be applied. The limits are checked again (documented).</summary>
internal sealed class PaymentCheck(ShopOrderRegistry orders, SpendingLimits limits)
{
    /// <summary>Returns why a payment cannot be applied, or null.</summary>
    /// <param name="quote">The payment.</param>
    /// <param name="paid">What other payments of the order have paid.</param>
    /// <param name="now">The time.</param>
    public Rejection? Find(PaymentQuote quote, long paid, DateTimeOffset now)
    {
        if (orders.Find(quote.Order.Id) is null)
        {
            return Rejection.OrderNotFound;
        }

        return paid + quote.Amount > quote.Order.TotalAmount
            ? Rejection.PaymentExceedsTotal
            : limits.Check(quote.Card, quote.Points, now);
    }
}
