using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Tells programs what customers buy and do.</summary>
internal sealed class ProgramEvents(EarningEngine earnings, OrderRefunds refunds) : IShopListener
{
    public static ProgramEvents Of(V2Store store) => new(store.Points.Earnings.Engine, OrderRefunds.Of(store));

    public void OnOrderPaid(ShopOrder order, SandboxCall call) => earnings.EarnFor(order, call);

    public void OnOrderCanceled(ShopOrder order, SandboxCall call) => refunds.Refund(order, call);

    public void OnCustomEvent(ShopEvent tracked, SandboxCall call) => earnings.EarnFor(tracked, call);
}
