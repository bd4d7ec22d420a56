using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V1.Handlers;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Routes;

/// <summary>All routes of the v1 API, with the handlers that serve them.</summary>
internal static class V1Routes
{
    public static IEnumerable<Route> Build(SandboxV1Options options, V1Store store, JobRegistry jobs, ServiceAddress address)
    {
        var locator = new ResourceLocator(store);
        var exports = new ExportStarter(jobs, address);
        return
        [
            // First, because the word `members` is in the place of a campaign's id.
            .. new MemberRoutes(options, locator, store, exports).Build(),
            .. new CampaignRoutes(options, locator, store, jobs, exports).Build(),
            .. new ProgramRoutes(locator, store).Build(),
        ];
    }
}
