using System.Globalization;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// Stands between the network and the service. It decides whether a request is executed, and what becomes of its response: the one
/// place that says what each <see cref="SandboxFault"/> does.
/// </summary>
internal sealed class FaultInjector(RateLimiter limiter, IdGenerator ids)
{
    private readonly FaultResponses _responses = new(limiter, ids);

    /// <summary>The requests that reach the service later.</summary>
    public LateRequests Late { get; } = new();

    /// <summary>Handles a request.</summary>
    /// <param name="incoming">The request's first line and its fault.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="execute">The service.</param>
    public DeliveredResponse Handle(
        IncomingRequest incoming,
        SandboxRequest request,
        DateTimeOffset now,
        Func<IncomingRequest, SandboxRequest, DateTimeOffset, SandboxResponse> execute)
    {
        var plan = incoming.Plan;
        if (PreventsExecution(plan.Fault))
        {
            return Intercept(incoming, request, now);
        }

        var response = execute(AsReceived(incoming), request, now);
        return plan.Fault switch
        {
            SandboxFault.LoseResponse => Nothing(Delivery.Broken),
            SandboxFault.HangAfter => Nothing(Delivery.Hanging),
            SandboxFault.Truncate when !response.Body.IsEmpty => new DeliveredResponse(Delivery.Truncated, response),
            SandboxFault.Drip => new DeliveredResponse(Delivery.Dripping, response, plan.DripTime),
            SandboxFault.Garble when !response.Body.IsEmpty => Whole(FaultResponses.Garble(response, plan.Choice)),
            SandboxFault.EmptyBody => Whole(response with { Body = ReadOnlyMemory<byte>.Empty }),
            _ => Whole(FindResponse(plan, request, now) ?? FaultEdits.Apply(plan, response, now) ?? response),
        };
    }

    private static bool PreventsExecution(SandboxFault? fault) => fault
        is SandboxFault.RefuseConnection
        or SandboxFault.LoseRequest
        or SandboxFault.DeliverLate
        or SandboxFault.HangBefore
        or SandboxFault.ServerErrorBefore
        or SandboxFault.GatewayErrorBefore
        or SandboxFault.GatewayJsonErrorBefore
        or SandboxFault.GatewayServerErrorBefore
        or SandboxFault.GatewayRejectionBefore
        or SandboxFault.ProxyAuthenticationRequired
        or SandboxFault.GatewayErrorLate
        or SandboxFault.MisroutedResponseBefore
        or SandboxFault.ErrorBodyBefore
        or SandboxFault.RequestTimeoutBefore
        or SandboxFault.Throttle
        or SandboxFault.ThrottleBulk
        or SandboxFault.ThrottleUntyped
        or SandboxFault.ThrottleCycle
        or SandboxFault.Redirect
        or SandboxFault.Unauthorized
        or SandboxFault.PaymentRequired
        or SandboxFault.Forbidden
        or SandboxFault.Conflict
        or SandboxFault.NotImplemented;

    // A list of v1 that ignores the order of the request is a list that was requested in another order. Lists of v2 know the fault,
    // because their cursors belong to an order.
    private static IncomingRequest AsReceived(IncomingRequest incoming) =>
        incoming.Plan.Fault == SandboxFault.AscendingList && incoming.Target.Segments is ["v1", ..]
        ? incoming with { Target = incoming.Target with { Query = incoming.Target.Query.With("order", "id") } }
        : incoming;

    private DeliveredResponse Intercept(IncomingRequest incoming, SandboxRequest request, DateTimeOffset now)
    {
        if (incoming.Plan.Fault is SandboxFault.DeliverLate or SandboxFault.GatewayErrorLate)
        {
            Late.Add(incoming, request, now + incoming.Plan.LateDelivery);
        }

        return FindResponse(incoming.Plan, request, now) is { } response
            ? Whole(response)
            : Nothing(incoming.Plan.Fault == SandboxFault.HangBefore ? Delivery.Hanging : Delivery.Broken);
    }

    private static DeliveredResponse Whole(SandboxResponse response) => new(Delivery.Whole, response);

    private static DeliveredResponse Nothing(Delivery delivery) => new(delivery, SandboxResponse.Empty(0));

    // Gateways send a Date header too.
    private SandboxResponse? FindResponse(FaultPlan plan, SandboxRequest request, DateTimeOffset now) =>
        _responses.Find(plan, request, now)?.With([new("Date", now.ToString("R", CultureInfo.InvariantCulture))]);
}
