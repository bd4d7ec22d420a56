using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of purchases of rewards.</summary>
internal static class PurchaseRoutes
{
    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store, ListResponder lists)
    {
        var locator = new V2Locator(store);
        var rewards = store.Spending.Rewards;
        var purchases = new PurchaseHandler(locator, rewards);
        var list = new PurchaseListHandler(options.ListOrders, rewards, locator, lists);
        return
        [
            routes.For(V2RouteFactory.Member + "/rewards/purchases", RequestKind.PointsMovement)
                .On("GET", list.List)
                .On("POST", purchases.Purchase),
        ];
    }
}
