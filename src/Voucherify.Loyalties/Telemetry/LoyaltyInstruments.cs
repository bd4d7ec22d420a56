using System.Diagnostics;
using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.Resilience;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>The instruments of one client. A meter for each, so that what it observes ends with the client.</summary>
internal sealed class LoyaltyInstruments : IDisposable
{
    /// <summary>From a quick read to a search over the whole window: the defaults of OpenTelemetry are made for milliseconds.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _reconciliations;
    private readonly Histogram<double> _queueWait;

    public LoyaltyInstruments(RatePacer pacer, Uri baseAddress)
    {
        _meter = new Meter(LoyaltyTelemetry.MeterName, LoyaltyClientDefaults.Version);
        _duration = _meter.CreateHistogram("voucherify.loyalties.operation.duration", "s", "The time of a call, with its turn, all its attempts and the search for its outcome.", advice: Seconds);
        _retries = _meter.CreateCounter<long>("voucherify.loyalties.retries", "{retry}", "Attempts that followed another one.");
        _reconciliations = _meter.CreateCounter<long>("voucherify.loyalties.reconciliations", "{reconciliation}", "Changes that were looked for in the transactions, by what was found.");
        _queueWait = _meter.CreateHistogram("voucherify.loyalties.queue.wait", "s", "The time that a change waited for the turn of its card.", advice: Seconds);

        // Weak: a client that nobody disposes must not be kept by its meter.
        var observed = new WeakReference<RatePacer>(pacer);
        var tag = new KeyValuePair<string, object?>(TagNames.ServerAddress, baseAddress.Host);
        _meter.CreateObservableGauge("voucherify.loyalties.rate_limit.remaining", () => Remaining(observed, tag), "{call}", "Calls that the service still allows in this period.");
    }

    public bool MeasuresDuration => _duration.Enabled;

    public void Ended(in TagList tags, TimeSpan duration) =>
        Quiet.Run((_duration, tags, duration), static end => end._duration.Record(end.duration.TotalSeconds, end.tags));

    public void Retried(LoyaltyOperation operation, string reason)
    {
        if (_retries.Enabled)
        {
            Count(_retries, new TagList { { TagNames.Operation, operation.Id }, { TagNames.Reason, reason } });
        }
    }

    public void Reconciled(LoyaltyOperation operation, string result)
    {
        if (_reconciliations.Enabled)
        {
            Count(_reconciliations, new TagList { { TagNames.Operation, operation.Id }, { TagNames.Result, result } });
        }
    }

    public void Queued(LoyaltyOperation operation, TimeSpan wait)
    {
        if (_queueWait.Enabled)
        {
            Quiet.Run((_queueWait, wait, operation), static turn =>
                turn._queueWait.Record(turn.wait.TotalSeconds, new KeyValuePair<string, object?>(TagNames.Operation, turn.operation.Id)));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static void Count(Counter<long> counter, TagList tags) => Quiet.Run((counter, tags), static one => one.counter.Add(1, one.tags));

    private static Measurement<long>[] Remaining(WeakReference<RatePacer> observed, KeyValuePair<string, object?> tag) =>
        observed.TryGetTarget(out var pacer) && pacer.Remaining is { } remaining ? [new Measurement<long>(remaining, tag)] : [];
}
