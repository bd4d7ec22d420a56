using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The route of refunds of purchases.</summary>
internal static class RefundRoutes
{
    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store)
    {
        var rewards = store.Spending.Rewards;
        var refunds = new RefundHandler(new V2Locator(store), rewards.Purchases, rewards.Refunds, options.RefundTwiceStatus);
        return
        [
            routes.For(V2RouteFactory.Program + "/rewards/purchases/{rewardTransactionId}/refund", RequestKind.PointsMovement)
                .On("POST", refunds.Refund),
        ];
    }
}
