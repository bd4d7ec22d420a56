using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of what happened to members and cards.</summary>
internal static class HistoryRoutes
{
    private const string Card = V2RouteFactory.Member + "/cards/{cardId}";

    public static IEnumerable<Route> Build(V2RouteFactory routes, SandboxV2Options options, V2Store store, ListResponder lists)
    {
        var locator = new V2Locator(store);
        var tiers = new TierTransactionHandler(options.ListOrders, locator, lists);
        var benefits = new BenefitTransactionHandler(options.ListOrders, locator, lists);
        var activities = new ActivityHandler(locator, lists, new ActivityJson(new MemberJson(options.CodeLag)));
        var report = new CardReportHandler(store.Calendar, locator);
        return
        [
            routes.For(V2RouteFactory.Member + "/tiers/transactions").On("GET", tiers.List),
            routes.For(V2RouteFactory.Member + "/benefits/transactions").On("GET", benefits.List),
            routes.For(V2RouteFactory.Member + "/activities").On("GET", activities.ListOfMember),
            routes.For(Card + "/activities").On("GET", activities.ListOfCard),
            routes.For(Card + "/reports/daily").On("GET", report.Report),
        ];
    }
}
