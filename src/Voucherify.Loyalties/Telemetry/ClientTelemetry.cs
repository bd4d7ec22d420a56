using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>What one client tells about its calls: spans, measurements, log entries.</summary>
internal sealed class ClientTelemetry(LoyaltyClientOptions options, ILogger log, RatePacer pacer) : IDisposable
{
    private static readonly ActivitySource Source = new(LoyaltyTelemetry.ActivitySourceName, LoyaltyClientDefaults.Version);

    private readonly LoyaltyInstruments _instruments = new(pacer, options.Cluster.ApiAddress);

    public ILogger Log { get; } = new QuietLogger(log);

    /// <summary>Whether anybody wants to know how calls end. Nearly always false in programs without telemetry, and then it costs nothing.</summary>
    public bool IsObserved => Source.HasListeners() || _instruments.MeasuresDuration;

    /// <summary>Begins what is told about a call.</summary>
    public ObservedCall Begin(LoyaltyOperation operation) => new(operation, Start(operation), _instruments, options);

    public void Queued(LoyaltyOperation operation, TimeSpan wait) => _instruments.Queued(operation, wait);

    public void Retrying(LoyaltyCall call, AttemptOutcome outcome)
    {
        _instruments.Retried(call.Operation, outcome.Happened.ToString());
        LoyaltyLog.Retrying(Log, call.Operation.Name, outcome.Happened, call.NextDelay);
    }

    public void Found(LoyaltyCall call)
    {
        _instruments.Reconciled(call.Operation, "found");
        LoyaltyLog.Found(Log, call.Operation.Name, call.Subject?.SourceId);
    }

    public void Absent(LoyaltyCall call)
    {
        _instruments.Reconciled(call.Operation, "absent");
        LoyaltyLog.Absent(Log, call.Operation.Name, call.Subject?.SourceId);
    }

    public void Conflict(LoyaltyCall call) => _instruments.Reconciled(call.Operation, "conflict");

    public void StaysUnknown(LoyaltyCall call)
    {
        _instruments.Reconciled(call.Operation, "unknown");
        LoyaltyLog.StaysUnknown(Log, call.Operation.Name, call.Subject?.SourceId);
    }

    public void Dispose() => _instruments.Dispose();

    private Activity? Start(LoyaltyOperation operation)
    {
        Activity? activity = null;
        try
        {
            activity = Source.StartActivity($"{operation.Method.Method} {operation.Route}", ActivityKind.Client);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A listener failed: the call goes on without a span.
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TagNames.Method, operation.Method.Method);
            activity.SetTag(TagNames.Route, operation.Route);
            activity.SetTag(TagNames.ServerAddress, options.Cluster.ApiAddress.Host);
            activity.SetTag(TagNames.ServerPort, options.Cluster.ApiAddress.Port);
            activity.SetTag(TagNames.Operation, operation.Id);
        }

        return activity;
    }
}
