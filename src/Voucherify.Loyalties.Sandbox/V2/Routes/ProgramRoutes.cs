using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of programs, and of what is assigned to them.</summary>
internal sealed class ProgramRoutes(V2RouteFactory routes, V2Store store, ListResponder lists, SandboxPolicy repeatedAssignment)
{
    private const string Programs = "/v2/loyalties/programs";

    // Wrong changes of a program are 400 in every document.
    private const int RefusedWith = 400;

    public IEnumerable<Route> Build()
    {
        var configuration = store.Configuration;
        var assigner = new ProgramAssigner(configuration, repeatedAssignment);
        var create = new ProgramHandler(configuration, assigner);
        var programs = new ConfigHandler<LoyaltyProgram>(configuration.Programs, configuration, lists);
        var status = new ConfigStatusHandler<LoyaltyProgram>(configuration.Programs, configuration, RefusedWith);
        var stock = new RewardStockHandler(new V2Locator(store));
        return
        [
            routes.For(Programs).On("GET", programs.List).On("POST", create.Create),
            routes.For(V2RouteFactory.Program).On("GET", programs.Get).On("PUT", programs.Update).On("DELETE", programs.Delete),
            routes.For(V2RouteFactory.Program + "/activate").On("POST", status.Activate),
            routes.For(V2RouteFactory.Program + "/deactivate").On("POST", status.Deactivate),
            .. Build(assigner, ResourceKinds.CardDefinition, "card-definitions"),
            .. Build(assigner, ResourceKinds.EarningRule, "earning-rules"),
            .. Build(assigner, ResourceKinds.TierStructure, "tier-structures"),
            .. Build(assigner, ResourceKinds.Reward, "rewards"),
            routes.For(V2RouteFactory.Program + "/rewards/{rewardId}").On("PUT", stock.Update),
        ];
    }

    private IEnumerable<Route> Build(ProgramAssigner assigner, ResourceKind kind, string name)
    {
        var handler = new AssignmentHandler(kind, new V2Locator(store), assigner, lists);
        return
        [
            routes.For($"{V2RouteFactory.Program}/{name}").On("GET", handler.List),
            routes.For($"{V2RouteFactory.Program}/{name}/batch").On("POST", handler.Batch),
        ];
    }
}
