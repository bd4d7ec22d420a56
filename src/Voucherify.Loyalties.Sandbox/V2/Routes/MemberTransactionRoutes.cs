using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of what members do with their points, and of what happened to them.</summary>
internal static class MemberTransactionRoutes
{
    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store, ListResponder lists) =>
    [
        .. PaymentRoutes.Build(routes, options, store, lists),
        .. PurchaseRoutes.Build(routes, options, store, lists),
        .. RefundRoutes.Build(routes, options, store),
        .. HistoryRoutes.Build(routes, options, store, lists),
    ];
}
