using System.Globalization;
using Voucherify.Loyalties.Sandbox.Authentication;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Routing;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// Executes a request as the service does: rate limit, credentials, route, media type, size, handler. It does not know faults.
/// </summary>
internal sealed class RequestPipeline(IdGenerator ids, RateLimiter limiter, Authenticator authenticator, TimeSpan applyLag)
{
    public SandboxResponse Execute(IncomingRequest incoming, SandboxRequest request, DateTimeOffset now)
    {
        var call = new SandboxCall(request, incoming.Target, ids.NextRequestId(), now)
        {
            RouteValues = incoming.RouteValues,
            Effect = new EffectTiming(now + applyLag + incoming.Plan.ExtraLag, incoming.Plan.ExtraListLag),
            Plan = incoming.Plan,
            SnapshotAt = now - incoming.Plan.ListAge,
        };
        return Respond(call, incoming.Route)
            .With(limiter.Headers())
            .With([new("Date", now.ToString("R", CultureInfo.InvariantCulture))]);
    }

    // Every call counts, even one that is refused for another reason (assumed). Credentials are checked before the path, so that a
    // caller without any does not learn what exists (assumed).
    private SandboxResponse Respond(SandboxCall call, Route? route)
    {
        if (!limiter.TryEnter(call.Now))
        {
            return Errors.TooManyRequests().With(limiter.RefusalHeaders(call.Now));
        }

        if (call.Target.Segments is not ["v1" or "v2", ..])
        {
            return Errors.UnknownPath(call);
        }

        return authenticator.Refuse(call, route) ?? (route is null ? Errors.UnknownPath(call) : Dispatch(call, route));
    }

    private static SandboxResponse Dispatch(SandboxCall call, Route route)
    {
        if (route.FindHandler(call.Request.Method) is not { } handler)
        {
            return Errors.MethodNotAllowed(call.Request.Method, route.Methods);
        }

        if (!MediaType.AcceptsJson(call.Request))
        {
            return Errors.NotAcceptable();
        }

        return call.Request.Body.Length > Errors.LargestBody ? Errors.TooLarge() : handler(call);
    }
}
