using System.Diagnostics;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>The spans of the worker. Each is linked to the trace in which its adjustment was enqueued.</summary>
internal static class QueueTracing
{
    private static readonly ActivitySource Source = new(LoyaltyQueueTelemetry.ActivitySourceName);

    /// <summary>Begins the span of a claim; null without a listener.</summary>
    public static Activity? Begin(Claim claim)
    {
        if (!Source.HasListeners())
        {
            return null;
        }

        var links = ActivityContext.TryParse(claim.Row.TraceParent, null, out var enqueued) ? new[] { new ActivityLink(enqueued) } : [];
        var span = Source.StartActivity("process adjustment", ActivityKind.Consumer, default(ActivityContext), links: links);
        span?.SetTag("messaging.system", "voucherify.loyalties.queue");
        span?.SetTag("messaging.operation.type", "process");
        return span;
    }

    /// <summary>Ends the span with the outcome.</summary>
    public static void End(Activity? span, SendOutcome outcome)
    {
        span?.SetTag("voucherify.outcome", NameOf(outcome.Kind));
        if (outcome.Kind == SendOutcomeKind.Dead)
        {
            span?.SetTag("error.type", outcome.Error!.Kind);
            span?.SetStatus(ActivityStatusCode.Error);
        }
    }

    private static string NameOf(SendOutcomeKind kind) => kind switch
    {
        SendOutcomeKind.Applied => "applied",
        SendOutcomeKind.Found => "found",
        SendOutcomeKind.Recorded => "recorded",
        SendOutcomeKind.Unknown => "unknown",
        SendOutcomeKind.NotSent => "not_sent",
        _ => "dead",
    };
}
