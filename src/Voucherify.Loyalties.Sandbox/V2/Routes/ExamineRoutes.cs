using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of examinations.</summary>
internal static class ExamineRoutes
{
    private const string Examine = "/v2/loyalties/examine";

    public static IEnumerable<Route> Build(V2RouteFactory routes, V2Store store)
    {
        var locator = new ExamineLocator(store);
        return
        [
            routes.For(Examine + "/earning-rules").On("POST", new ExamineRulesHandler(locator, store.Points.Earnings.Calculator).Examine),
            routes.For(Examine + "/rewards").On("POST", new ExamineRewardsHandler(locator).Examine),
        ];
    }
}
