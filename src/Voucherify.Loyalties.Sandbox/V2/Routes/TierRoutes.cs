using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of the tiers of tier structures.</summary>
internal static class TierRoutes
{
    private const string Tiers = "/v2/loyalties/tier-structures/{tierStructureId}/tiers";

    public static IEnumerable<Route> Build(V2RouteFactory routes, ProgramCatalog configuration, ListResponder lists)
    {
        var locator = new TierLocator(configuration);
        var tiers = new TierHandler(configuration, locator);
        var list = new TierListHandler(locator, lists);
        return
        [
            routes.For(Tiers).On("GET", list.List).On("POST", tiers.Create),
            routes.For(Tiers + "/{tierId}").On("PUT", tiers.Update).On("DELETE", tiers.Delete),
        ];
    }
}
