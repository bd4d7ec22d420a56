using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of programs.</summary>
internal static class ProgramRoutes
{
    private const string Programs = "/v2/loyalties/programs";

    // Wrong changes of a program are 400 in every document.
    private const int RefusedWith = 400;

    public static IEnumerable<Route> Build(
        V2RouteFactory routes,
        ProgramCatalog configuration,
        ProgramAssigner assigner,
        ListResponder lists)
    {
        var create = new ProgramHandler(configuration, assigner);
        var programs = new ConfigHandler<LoyaltyProgram>(configuration.Programs, configuration, lists);
        var status = new ConfigStatusHandler<LoyaltyProgram>(configuration.Programs, configuration, RefusedWith);
        return
        [
            routes.For(Programs).On("GET", programs.List).On("POST", create.Create),
            routes.For(V2RouteFactory.Program)
                .On("GET", programs.Get)
                .On("PUT", programs.Update)
                .On("DELETE", programs.Delete),
            routes.For(V2RouteFactory.Program + "/activate").On("POST", status.Activate),
            routes.For(V2RouteFactory.Program + "/deactivate").On("POST", status.Deactivate),
        ];
    }
}
