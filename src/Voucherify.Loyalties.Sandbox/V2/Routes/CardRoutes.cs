using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of the cards of members, and of what members do with their points.</summary>
internal static class CardRoutes
{
    private const string Card = V2RouteFactory.Member + "/cards/{cardId}";

    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store, ListResponder lists)
    {
        var locator = new V2Locator(store);
        var points = new PointsHandler(store, locator);
        var transactions = new CardTransactionHandler(options.ListOrders, locator, lists);
        var buckets = new BucketHandler(store, locator, lists);
        var pending = new PendingActionHandler(store, locator);
        var expire = new ExpireHandler(store, locator);
        return
        [
            .. MemberTransactionRoutes.Build(routes, options, store, lists),
            routes.For(Card + "/points", RequestKind.CardAdjustment).On("POST", points.Adjust),
            routes.For(Card + "/transactions", RequestKind.CardTransactionList).On("GET", transactions.List),
            routes.For(Card + "/expiring-points").On("GET", buckets.ListExpiring),
            routes.For(Card + "/expiring-points/{bucketId}/expire", RequestKind.PointsMovement).On("POST", expire.Expire),
            routes.For(Card + "/pending-points").On("GET", buckets.ListPending),
            routes.For(Card + "/pending-points/{bucketId}/activate", RequestKind.PointsMovement).On("POST", pending.Activate),
            routes.For(Card + "/pending-points/{bucketId}/cancel", RequestKind.PointsMovement).On("POST", pending.Cancel),
        ];
    }
}
