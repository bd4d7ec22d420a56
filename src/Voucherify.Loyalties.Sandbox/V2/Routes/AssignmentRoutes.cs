using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of what is assigned to programs.</summary>
internal sealed class AssignmentRoutes(V2RouteFactory routes, V2Store store, ProgramAssigner assigner, ListResponder lists)
{
    public IEnumerable<Route> Build() =>
    [
        .. Build(ResourceKinds.CardDefinition, "card-definitions"),
        .. Build(ResourceKinds.EarningRule, "earning-rules"),
        .. Build(ResourceKinds.TierStructure, "tier-structures"),
        .. Build(ResourceKinds.Reward, "rewards"),
        routes.For(V2RouteFactory.Program + "/rewards/{rewardId}").On("PUT", new RewardStockHandler(new V2Locator(store)).Update),
    ];

    private IEnumerable<Route> Build(ResourceKind kind, string name)
    {
        var handler = new AssignmentHandler(kind, new V2Locator(store), assigner, lists);
        return
        [
            routes.For($"{V2RouteFactory.Program}/{name}").On("GET", handler.List),
            routes.For($"{V2RouteFactory.Program}/{name}/batch").On("POST", handler.Batch),
        ];
    }
}
