using Voucherify.Loyalties.Sandbox.Authentication;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Journal;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Routes;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Routes;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>Builds the parts of a sandbox. It is the only place that knows all of them.</summary>
/// <remarks>
/// Comments say where a behaviour comes from: "documented" by the vendor, as in its "examples", or "assumed" because it says nothing.
/// </remarks>
internal sealed class SandboxComposition
{
    public SandboxComposition(LoyaltySandboxOptions options)
    {
        var ids = new IdGenerator(options.Seed);
        var limiter = new RateLimiter(options.RateLimit);
        var tokens = new TokenStore(options.TokenLifetime, ids);
        var jobs = new JobRegistry(ids, options.JobTime);
        var calendar = new ProjectCalendar(options.TimeZone);
        var customers = new CustomerRegistry(ids);
        var store = new V1Store(new V1Project(options.AppId, options.ListLag), ids, calendar, Journal, customers);
        var storeV2 = new V2Store(options, ids, calendar, Journal, customers);

        var routes = new RouteTable(
        [
            .. OAuthRoutes.Build(new OAuthHandler(tokens, options.AppId)),
            .. JobRoutes.Build(new AsyncActionHandler(jobs), new ExportHandler(jobs, Address)),
            .. V1Routes.Build(options.V1, store, jobs, new ExportStarter(jobs, Address)),
            .. new V2Routes(options.V2, storeV2, jobs).Build(),
        ]);

        var authenticator = new Authenticator(options.AppId, options.AppToken, tokens);
        Engine = new SandboxEngine(
            new SandboxClock(options.TimeProvider),
            new JoinedTimeline(store, storeV2),
            new RequestIntake(routes),
            new RequestPipeline(ids, limiter, authenticator, options.ApplyLag),
            new FaultInjector(new FaultResponses(limiter, ids)))
        {
            Faults = options.Faults,
        };
        V1 = new SandboxV1(Engine, store);
        V2 = new SandboxV2(Engine, storeV2);
    }

    public SandboxEngine Engine { get; }

    public SandboxV1 V1 { get; }

    public SandboxV2 V2 { get; }

    public EffectJournal Journal { get; } = new();

    public ServiceAddress Address { get; } = new();
}
