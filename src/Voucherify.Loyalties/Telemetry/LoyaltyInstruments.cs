using System.Diagnostics;
using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>The instruments of one client. A meter for each, so that what it observes ends with the client.</summary>
internal sealed class LoyaltyInstruments : IDisposable
{
    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _reconciliations;
    private readonly Histogram<double> _queueWait;

    public LoyaltyInstruments(RatePacer pacer, Uri baseAddress)
    {
        _meter = new Meter(LoyaltyTelemetry.MeterName, LoyaltyClientDefaults.Version);
        _duration = _meter.CreateHistogram<double>("voucherify.loyalties.operation.duration", "s", "The time of a call, with its turn, all its attempts and the search for its outcome.");
        _retries = _meter.CreateCounter<long>("voucherify.loyalties.retries", "{retry}", "Attempts that followed another one.");
        _reconciliations = _meter.CreateCounter<long>("voucherify.loyalties.reconciliations", "{reconciliation}", "Changes that were looked for in the transactions, by what was found.");
        _queueWait = _meter.CreateHistogram<double>("voucherify.loyalties.queue.wait", "s", "The time that a change waited for the turn of its card.");

        // Weak: a client that nobody disposes must not be kept by its meter.
        var observed = new WeakReference<RatePacer>(pacer);
        var tag = new KeyValuePair<string, object?>(TagNames.ServerAddress, baseAddress.Host);
        _meter.CreateObservableGauge("voucherify.loyalties.rate_limit.remaining", () => Remaining(observed, tag), "{call}", "Calls that the service still allows in this period.");
    }

    public bool MeasuresDuration => _duration.Enabled;

    public void Ended(in TagList tags, TimeSpan duration) => _duration.Record(duration.TotalSeconds, tags);

    public void Retried(LoyaltyOperation operation, string reason)
    {
        if (_retries.Enabled)
        {
            _retries.Add(1, new TagList { { TagNames.Operation, operation.Id }, { TagNames.Reason, reason } });
        }
    }

    public void Reconciled(LoyaltyOperation operation, string result)
    {
        if (_reconciliations.Enabled)
        {
            _reconciliations.Add(1, new TagList { { TagNames.Operation, operation.Id }, { TagNames.Result, result } });
        }
    }

    public void Queued(LoyaltyOperation operation, TimeSpan wait)
    {
        if (_queueWait.Enabled)
        {
            _queueWait.Record(wait.TotalSeconds, new KeyValuePair<string, object?>(TagNames.Operation, operation.Id));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static Measurement<long>[] Remaining(WeakReference<RatePacer> observed, KeyValuePair<string, object?> tag) =>
        observed.TryGetTarget(out var pacer) && pacer.Remaining is { } remaining ? [new Measurement<long>(remaining, tag)] : [];
}
