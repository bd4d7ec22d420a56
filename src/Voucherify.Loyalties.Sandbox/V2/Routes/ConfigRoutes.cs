using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of what programs consist of.</summary>
internal sealed class ConfigRoutes(V2RouteFactory routes, ProgramCatalog configuration, ListResponder lists, int refusedWith)
{
    private const string Root = "/v2/loyalties/";

    public IEnumerable<Route> Build() =>
    [
        .. Build(configuration.CardDefinitions, "card-definitions"),
        .. Build(configuration.EarningRules, "earning-rules"),
        .. Build(configuration.Rewards, "rewards"),
        .. Build(configuration.TierStructures, "tier-structures"),
    ];

    private List<Route> Build<T>(Catalog<T> catalog, string name)
        where T : ConfigResource
    {
        var handler = new ConfigHandler<T>(catalog, configuration, lists);
        var status = new ConfigStatusHandler<T>(catalog, configuration, refusedWith);
        var path = Root + name;
        var one = $"{path}/{{{catalog.Kind.IdName}}}";
        List<Route> built =
        [
            routes.For(path).On("GET", handler.List).On("POST", handler.Create),
            routes.For(one).On("GET", handler.Get).On("PUT", handler.Update).On("DELETE", handler.Delete),
            routes.For(one + "/activate").On("POST", status.Activate),
        ];
        if (catalog.Kind.CanDeactivate)
        {
            built.Add(routes.For(one + "/deactivate").On("POST", status.Deactivate));
        }

        built.Add(routes.For(one + "/draft").On("POST", status.Draft));
        return built;
    }
}
