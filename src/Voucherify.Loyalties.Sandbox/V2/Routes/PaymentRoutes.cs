using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of payments of orders with points.</summary>
internal static class PaymentRoutes
{
    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store, ListResponder lists)
    {
        var locator = new V2Locator(store);
        var payments = new PaymentHandler(new PaymentLocator(store, locator), store.Spending);
        var list = new PaymentListHandler(options.ListOrders, store.Spending.Payments, locator, lists);
        return
        [
            routes.For(V2RouteFactory.Member + "/orders/payments", RequestKind.PointsMovement)
                .On("GET", list.List)
                .On("POST", payments.Pay),
        ];
    }
}
