using System.Diagnostics;
using Voucherify.Loyalties.Calls;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Which parts of the caller's trace leave with a request. By default only <c>traceparent</c> does: <c>tracestate</c> and <c>baggage</c>
/// hold what other parts of the program wrote for each other, such as a user's id.
/// </summary>
internal static class TraceContext
{
    private const string Parent = "traceparent";

    /// <summary>The headers of the W3C, and the one in which .NET 8 and 9 send the baggage.</summary>
    private static readonly string[] Private = ["tracestate", "baggage", "Correlation-Context"];

    private static readonly DistributedContextPropagator ParentOnly = new ParentPropagator();

    /// <summary>
    /// Lets .NET's own handler ask this class, if it can still be changed. Nothing changes for the requests of other clients.
    /// </summary>
    public static void Limit(HttpMessageHandler handler)
    {
        while (handler is DelegatingHandler { InnerHandler: { } inner })
        {
            handler = inner;
        }

        if (!OperatingSystem.IsBrowser()
            && handler is SocketsHttpHandler sockets
            && sockets.ActivityHeadersPropagator == DistributedContextPropagator.Current)
        {
            try
            {
                sockets.ActivityHeadersPropagator = ParentOnly;
            }
            catch (InvalidOperationException)
            {
                // It has already sent a request, so its settings are final.
            }
        }
    }

    /// <summary>Removes what a handler or a default of the client has added, before the request goes to the last handler.</summary>
    public static void Limit(HttpRequestMessage request, LoyaltyCall call, HttpMessageHandler? last)
    {
        if (call.PropagatesFullTraceContext)
        {
            return;
        }

        Remove(request, call);
        if (Activity.Current is { } activity && AddsByItself(last) && IsPrivate(activity))
        {
            foreach (var name in Private)
            {
                // .NET adds no header that is already there, and this one says nothing.
                request.Headers.TryAddWithoutValidation(name, string.Empty);
            }
        }
    }

    private static bool AddsByItself(HttpMessageHandler? handler) =>
        handler is HttpClientHandler
        || (!OperatingSystem.IsBrowser() && handler is SocketsHttpHandler { ActivityHeadersPropagator: not ParentPropagator });

    private static bool IsPrivate(Activity activity) =>
        !string.IsNullOrEmpty(activity.TraceStateString) || activity.Baggage.Any();

    private static void Remove(HttpRequestMessage request, LoyaltyCall call)
    {
        foreach (var name in Private)
        {
            // What the caller wrote into the options of the call was meant for the service.
            if (request.Headers.NonValidated.Contains(name)
                && call.Headers?.Keys.Contains(name, StringComparer.OrdinalIgnoreCase) != true)
            {
                request.Headers.Remove(name);
            }
        }
    }

    /// <summary>
    /// Asked by .NET's handler directly before it sends a request, and after the instrumentation that adds headers of its own.
    /// </summary>
    private sealed class ParentPropagator : DistributedContextPropagator
    {
        public override IReadOnlyCollection<string> Fields => Current.Fields;

        public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter)
        {
            if (carrier is not HttpRequestMessage request
                || !request.Options.TryGetValue(OutboundRequestCheck.CallKey, out var call)
                || call.PropagatesFullTraceContext)
            {
                Current.Inject(activity, carrier, setter);
                return;
            }

            Remove(request, call);
            Current.Inject(activity, carrier, (target, name, value) =>
            {
                if (name.Equals(Parent, StringComparison.OrdinalIgnoreCase))
                {
                    setter?.Invoke(target, name, value);
                }
            });
        }

        public override void ExtractTraceIdAndState(
            object? carrier, PropagatorGetterCallback? getter, out string? traceId, out string? traceState) =>
            Current.ExtractTraceIdAndState(carrier, getter, out traceId, out traceState);

        public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) =>
            Current.ExtractBaggage(carrier, getter);
    }
}
