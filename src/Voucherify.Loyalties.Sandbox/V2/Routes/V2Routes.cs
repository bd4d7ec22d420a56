using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>All routes of the v2 API, with the handlers that serve them.</summary>
internal static class V2Routes
{
    public static IEnumerable<Route> Build(SandboxV2Options options, V2Store store, JobRegistry jobs)
    {
        var routes = new V2RouteFactory(options);
        var lists = new ListResponder(options, store);
        var assigner = new ProgramAssigner(store.Configuration, options.RepeatedAssignment);
        return
        [
            .. ProgramRoutes.Build(routes, store.Configuration, assigner, lists),
            .. new AssignmentRoutes(routes, store, assigner, lists).Build(),
            .. new ConfigRoutes(routes, store.Configuration, lists, options.StateTransitionStatus).Build(),
            .. TierRoutes.Build(routes, store.Configuration, lists),
            .. ProgramMemberRoutes.Build(routes, options, store, lists, jobs),
            .. CardRoutes.Build(routes, options, store, lists),
            .. ExamineRoutes.Build(routes, store),
        ];
    }
}
