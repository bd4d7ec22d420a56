using System.Diagnostics;
using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties.Telemetry;

/// <summary>The instruments of one client. Each client has its own meter, so that its gauge ends with it.</summary>
internal sealed class LoyaltyInstruments : IDisposable
{
    /// <summary>Buckets from a quick read to a search over the whole window. OpenTelemetry's defaults are for milliseconds.</summary>
    private static readonly InstrumentAdvice<double> Seconds = new()
    {
        HistogramBucketBoundaries = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10, 30, 60, 120, 300],
    };

    private readonly Meter _meter;
    private readonly Histogram<double> _duration;
    private readonly Counter<long> _retries;
    private readonly Counter<long> _reconciliations;
    private readonly Counter<long> _backgroundSearches;
    private readonly Counter<long> _closedCards;
    private readonly Counter<long> _duplicates;
    private readonly Counter<long> _foreignResponses;
    private readonly Histogram<double> _queueWait;

    /// <summary>Creates the instruments.</summary>
    /// <param name="remainingCalls">
    /// Returns the number of calls that the rate limit still allows. It must not keep the client alive.
    /// </param>
    /// <param name="baseAddress">The address that the client calls.</param>
    public LoyaltyInstruments(Func<long?> remainingCalls, Uri baseAddress)
    {
        _meter = new Meter(LoyaltyTelemetry.MeterName, LoyaltyClientDefaults.Version);
        _duration = _meter.CreateHistogram(
            "voucherify.loyalties.operation.duration",
            "s",
            "The time of a call, including the wait for its turn, all its attempts and the search for its outcome.",
            advice: Seconds);
        _retries = _meter.CreateCounter<long>("voucherify.loyalties.retries", "{retry}", "Attempts that followed another attempt.");
        _reconciliations = _meter.CreateCounter<long>(
            "voucherify.loyalties.reconciliations",
            "{reconciliation}",
            "Adjustments and transfers that were searched for in the transactions, by result.");
        _backgroundSearches = _meter.CreateCounter<long>(
            "voucherify.loyalties.background_searches",
            "{search}",
            "Searches for the outcome of a write that went on after its caller had given up.");
        _closedCards = _meter.CreateCounter<long>(
            "voucherify.loyalties.cards.closed",
            "{card}",
            "Calls that left their card closed, because their outcome is unknown.");
        _duplicates = _meter.CreateCounter<long>(
            "voucherify.loyalties.duplicates",
            "{duplicate}",
            "Searches that found a source_id more than once in the transactions.");
        _foreignResponses = _meter.CreateCounter<long>(
            "voucherify.loyalties.foreign_responses",
            "{response}",
            "Responses that do not look like Voucherify's.");
        _queueWait = _meter.CreateHistogram(
            "voucherify.loyalties.queue.wait",
            "s",
            "The time that a call waited for its turn on a card.",
            advice: Seconds);

        var tag = new KeyValuePair<string, object?>(TagNames.ServerAddress, baseAddress.Host);
        _meter.CreateObservableGauge(
            "voucherify.loyalties.rate_limit.remaining",
            () => Remaining(remainingCalls, tag),
            "{call}",
            "Calls that the service still allows in the current period.");
    }

    public bool MeasuresDuration => _duration.Enabled;

    public void Ended(in TagList tags, TimeSpan duration) =>
        SafeInvoke.Run((_duration, tags, duration), static end => end._duration.Record(end.duration.TotalSeconds, end.tags));

    public void Retried(Operation operation, string reason) => Count(_retries, operation, (TagNames.Reason, reason));

    public void Reconciled(Operation operation, string result) => Count(_reconciliations, operation, (TagNames.Result, result));

    public void CardClosed(Operation operation) => Count(_closedCards, operation);

    public void Duplicate(Operation operation) => Count(_duplicates, operation);

    public void ForeignResponse(Operation operation) => Count(_foreignResponses, operation);

    public void SearchingInBackground(Operation operation) => Count(_backgroundSearches, operation);

    public void Queued(Operation operation, TimeSpan wait)
    {
        if (_queueWait.Enabled)
        {
            SafeInvoke.Run((_queueWait, wait, operation), static turn =>
                turn._queueWait.Record(turn.wait.TotalSeconds, new KeyValuePair<string, object?>(TagNames.Operation, turn.operation.Id)));
        }
    }

    public void Dispose() => _meter.Dispose();

    private static void Count(Counter<long> counter, Operation operation, (string Name, string Value)? tag = null)
    {
        if (!counter.Enabled)
        {
            return;
        }

        var tags = new TagList { { TagNames.Operation, operation.Id } };
        if (tag is { } more)
        {
            tags.Add(more.Name, more.Value);
        }

        SafeInvoke.Run((counter, tags), static one => one.counter.Add(1, one.tags));
    }

    private static Measurement<long>[] Remaining(Func<long?> remainingCalls, KeyValuePair<string, object?> tag) =>
        remainingCalls() is { } remaining ? [new Measurement<long>(remaining, tag)] : [];
}
