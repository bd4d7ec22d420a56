using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>The routes of background jobs, which both versions of the API share.</summary>
internal static class JobRoutes
{
    public static IEnumerable<Route> Build(JobRegistry jobs, ServiceAddress address)
    {
        var asyncActions = new AsyncActionHandler(jobs);
        var exports = new ExportHandler(jobs, address);
        return
        [
            Route.ForScope("async-actions", "/v1/async-actions").On("GET", asyncActions.List),
            Route.ForScope("async-actions", "/v1/async-actions/{asyncActionId}").On("GET", asyncActions.Get),
            Route.ForScope("exports", "/v1/exports/{exportId}").On("GET", exports.Get).OnUnsupported("DELETE"),
            Route.ForScope("exports", "/v1/exports").OnUnsupported("GET").OnUnsupported("POST"),
        ];
    }
}
