using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2.Handlers;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Routes;

/// <summary>The routes of members and memberships.</summary>
internal static class ProgramMemberRoutes
{
    private const string Members = V2RouteFactory.Program + "/members";

    public static IEnumerable<Route> Build(
        V2RouteFactory routes,
        SandboxV2Options options,
        V2Store store,
        ListResponder lists,
        JobRegistry jobs)
    {
        var locator = new V2Locator(store);
        var enrollment = new MemberEnrollment(store);
        var members = new MemberHandler(options, locator, enrollment);
        var list = new MemberListHandler(locator, store, lists);
        var status = new MemberStatusHandler(locator, enrollment);
        var batch = new MemberBatchHandler(locator, new MemberBatch(options, enrollment), store, jobs);
        var memberships = new MembershipHandler(options, locator, store);
        return
        [
            routes.For(Members).On("GET", list.List).On("POST", members.Create),
            routes.For(Members + "/batch").On("POST", batch.Create),
            routes.For(V2RouteFactory.Member).On("GET", members.Get).On("PUT", members.Update).On("DELETE", members.Delete),
            routes.For(V2RouteFactory.Member + "/activate").On("POST", status.Activate),
            routes.For(V2RouteFactory.Member + "/deactivate").On("POST", status.Deactivate),
            routes.For(V2RouteFactory.Program + "/memberships/{customerId}").On("GET", memberships.Get),
            routes.For("/v2/loyalties/memberships/{customerId}").On("GET", memberships.List),
        ];
    }
}
