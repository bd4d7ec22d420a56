using System.Diagnostics;
using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>Reports what one client does: spans, measurements, log entries.</summary>
internal sealed class ClientTelemetry(LoyaltyClientOptions options, ILogger log, Func<long?> remainingCalls) : IDisposable
{
    private static readonly ActivitySource Source = new(LoyaltyTelemetry.ActivitySourceName, LoyaltyClientDefaults.Version);

    private readonly LoyaltyInstruments _instruments = new(options, remainingCalls);

    public ILogger Log { get; } = new NonThrowingLogger(log);

    /// <summary>Whether any listener observes how calls end. Without telemetry this is false, and observation costs nothing.</summary>
    public static bool IsObserved => Source.HasListeners() || LoyaltyInstruments.MeasuresDuration;

    /// <summary>Runs a call under observation. An observer must never change the outcome of a call.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="report">What to report when the call has ended.</param>
    /// <param name="runAsync">Runs the call.</param>
    public async Task ObserveAsync(Operation operation, ICallReport report, Func<Task> runAsync)
    {
        var scope = new OperationScope(operation, Start(operation), _instruments, options);
        try
        {
            await runAsync().ConfigureAwait(false);
        }
        catch (Exception error)
        {
            scope.End(OutcomeTag.Of(error), error, report);
            throw;
        }

        scope.End(report.WasFound ? OutcomeTag.Recovered : OutcomeTag.Succeeded, failure: null, report);
    }

    public void Queued(Operation operation, TimeSpan wait) => _instruments.Queued(operation, wait);

    public void Retrying(LoyaltyCall call, AttemptResult result)
    {
        _instruments.Retried(call.Operation, result.Kind.ToString());
        LoyaltyLog.Retrying(Log, call.Operation.Name, result.Kind, call.NextDelay);
    }

    public void Pacing(LoyaltyCall call, TimeSpan wait) => LoyaltyLog.Pacing(Log, call.Operation.Name, wait);

    public void Searching(LoyaltyCall call, bool inBackground)
    {
        if (inBackground)
        {
            _instruments.SearchingInBackground(call.Operation);
            LoyaltyLog.SearchingInBackground(Log, call.Operation.Name, call.Subject?.SourceId);
        }
        else
        {
            LoyaltyLog.Searching(Log, call.Operation.Name, call.Subject?.SourceId);
        }
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

    /// <summary>The transactions say that the call was not applied.</summary>
    public void Decided(LoyaltyCall call, bool isConflict) =>
        _instruments.Reconciled(call.Operation, isConflict ? "conflict" : "rejected");

    public void StaysUnknown(LoyaltyCall call)
    {
        _instruments.Reconciled(call.Operation, "unknown");
        LoyaltyLog.StaysUnknown(Log, call.Operation.Name, call.Subject?.SourceId);
    }

    public void ForeignResponse(LoyaltyCall call)
    {
        _instruments.ForeignResponse(call.Operation);
        LoyaltyLog.ForeignResponse(Log, call.Operation.Name, call.Status);
    }

    public void Duplicate(LoyaltyCall call)
    {
        _instruments.Duplicate(call.Operation);
        LoyaltyLog.Duplicate(Log, call.Operation.Name, call.Subject?.SourceId);
    }

    public void Stopped(int unsettledCards) => LoyaltyLog.Stopped(Log, unsettledCards);

    public void CardClosed(LoyaltyCall call)
    {
        _instruments.CardClosed(call.Operation);
        LoyaltyLog.CardClosed(Log, call.Operation.Name);
    }

    public void Dispose() => _instruments.Dispose();

    private Activity? Start(Operation operation)
    {
        Activity? activity = null;
        try
        {
            activity = Source.StartActivity(operation.SpanName, ActivityKind.Client);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // A listener failed: the call continues without a span.
        }

        if (activity is { IsAllDataRequested: true })
        {
            activity.SetTag(TagNames.Method, operation.Method.Method);
            activity.SetTag(TagNames.Route, operation.Route);
            activity.SetTag(TagNames.ServerAddress, options.Cluster.ApiAddress.Host);
            activity.SetTag(TagNames.ServerPort, options.Cluster.ApiAddress.Port);
            activity.SetTag(TagNames.Operation, operation.Id);
            if (!string.IsNullOrEmpty(options.ClientName))
            {
                activity.SetTag(TagNames.Client, options.ClientName);
            }
        }

        return activity;
    }
}
