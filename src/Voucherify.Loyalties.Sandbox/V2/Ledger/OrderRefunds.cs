using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Applies the refund rules of card definitions to orders that are canceled: points that paid the order come back, then points that it
/// earned are taken back (the order is assumed).
/// </summary>
internal sealed class OrderRefunds(PaymentReturns payments, EarningReversals earnings)
{
    // Assumed.
    private const string Reason = "Order refund";

    public static OrderRefunds Of(V2Store store) => new(
        new PaymentReturns(store.Parts.Ledger, store.Parts.Buckets, store.Spending.Payments),
        new EarningReversals(store.Parts.Ledger, store.Points.Earnings.Orders));

    public void Refund(ShopOrder order, SandboxCall call)
    {
        var note = RecordedReason.OfService(Reason, call) with { OrderId = order.Id };
        payments.Return(order.Id, note, call);
        earnings.Reverse(order.Id, note, call);
    }
}
