using System.Globalization;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>
/// Stands between the network and the service: whether a request is carried out, before or after what, and what becomes
/// of its answer. The one place that says what each <see cref="SandboxFault"/> does.
/// </summary>
internal sealed class FaultInjector(RateLimiter limiter, LateRequests late)
{
    private readonly FaultResponses _answers = new(limiter);

    /// <summary>Carries a request out, or not.</summary>
    /// <param name="arrival">The request's first line and its fault.</param>
    /// <param name="request">The request.</param>
    /// <param name="now">When it arrived.</param>
    /// <param name="carryOut">The service.</param>
    public SandboxReply Handle(
        IncomingRequest arrival,
        SandboxRequest request,
        DateTimeOffset now,
        Func<IncomingRequest, SandboxRequest, DateTimeOffset, SandboxResponse> carryOut)
    {
        var plan = arrival.Plan;
        if (IsBefore(plan.Fault))
        {
            return Stop(arrival, request, now);
        }

        var response = carryOut(arrival, request, now);
        return plan.Fault switch
        {
            SandboxFault.LoseReply => Nothing(Delivery.Broken),
            SandboxFault.HangAfter => Nothing(Delivery.Hanging),
            SandboxFault.Truncate when !response.Body.IsEmpty => new SandboxReply(Delivery.Truncated, response),
            SandboxFault.Drip => new SandboxReply(Delivery.Dripping, response, plan.DripTime),
            SandboxFault.Garble when !response.Body.IsEmpty => Whole(FaultResponses.Garbled(response, plan.Choice)),
            SandboxFault.EmptyBody => Whole(response with { Body = ReadOnlyMemory<byte>.Empty }),
            _ => Whole(Answer(plan, now) ?? response),
        };
    }

    private static bool IsBefore(SandboxFault? fault) => fault
        is SandboxFault.RefuseConnection
        or SandboxFault.LoseRequest
        or SandboxFault.DeliverLate
        or SandboxFault.HangBefore
        or SandboxFault.ServerErrorBefore
        or SandboxFault.GatewayErrorBefore
        or SandboxFault.RequestTimeoutBefore
        or SandboxFault.Throttle
        or SandboxFault.ThrottleBulk
        or SandboxFault.ThrottleUntyped
        or SandboxFault.ThrottleCycle
        or SandboxFault.Redirect
        or SandboxFault.Unauthorized
        or SandboxFault.PaymentRequired
        or SandboxFault.Conflict
        or SandboxFault.NotImplemented;

    private SandboxReply Stop(IncomingRequest arrival, SandboxRequest request, DateTimeOffset now)
    {
        if (Answer(arrival.Plan, now) is { } answer)
        {
            return Whole(answer);
        }

        if (arrival.Plan.Fault == SandboxFault.DeliverLate)
        {
            late.Add(arrival, request, now + arrival.Plan.LateDelivery);
        }

        return Nothing(arrival.Plan.Fault == SandboxFault.HangBefore ? Delivery.Hanging : Delivery.Broken);
    }

    private static SandboxReply Whole(SandboxResponse response) => new(Delivery.Whole, response);

    private static SandboxReply Nothing(Delivery delivery) => new(delivery, SandboxResponse.Empty(0));

    // Gateways date their pages too.
    private SandboxResponse? Answer(FaultPlan plan, DateTimeOffset now) =>
        _answers.Find(plan, now)?.With([new("Date", now.ToString("R", CultureInfo.InvariantCulture))]);
}
