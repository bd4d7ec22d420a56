using Voucherify.Loyalties.Sandbox.Authentication;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Platform;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1;
using Voucherify.Loyalties.Sandbox.V1.Routes;
using Voucherify.Loyalties.Sandbox.V2;
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
        Ledgers = new SandboxLedgers(options, ids);

        var routes = new RouteTable(
        [
            .. OAuthRoutes.Build(tokens, options.AppId),
            .. JobRoutes.Build(jobs, Address),
            .. PlatformRoutes.Build(options.V2, Ledgers.Shop),
            .. V1Routes.Build(options.V1, Ledgers.V1, jobs, Address),
            .. V2Routes.Build(options.V2, Ledgers.V2, jobs),
        ]);

        var authenticator = new Authenticator(options.AppId, options.AppToken, tokens);
        Engine = new SandboxEngine(
            new SandboxClock(options.TimeProvider),
            Ledgers.Timeline,
            new RequestIntake(routes),
            new RequestPipeline(ids, limiter, authenticator, options.ApplyLag),
            new FaultInjector(limiter, ids))
        {
            Faults = options.Faults,
        };
        V1 = new SandboxV1(Engine, Ledgers.V1);
        V2 = new SandboxV2(Engine, Ledgers.V2);
    }

    public SandboxEngine Engine { get; }

    public SandboxV1 V1 { get; }

    public SandboxV2 V2 { get; }

    public SandboxLedgers Ledgers { get; }

    public ServiceAddress Address { get; } = new();
}
