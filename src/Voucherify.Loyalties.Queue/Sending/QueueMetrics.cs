using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>The instruments of the queue (docs/queue.md lists them).</summary>
internal sealed class QueueMetrics : IDisposable
{
    private const string Prefix = "voucherify.loyalties.queue.";

    private readonly Meter _meter;
    private readonly Counter<long> _applied;
    private readonly Counter<long> _dead;
    private readonly Counter<long> _resent;
    private readonly Counter<long> _notSent;
    private readonly Counter<long> _refused;
    private readonly Counter<long> _calls;
    private readonly Histogram<double> _waits;
    private readonly Histogram<double> _settlements;
    private readonly ObservableGauge<long> _depth;
    private readonly ObservableGauge<double> _age;
    private readonly ObservableGauge<long> _callsLeft;

    public QueueMetrics()
    {
        // The scope tells the queues of a process apart.
        _meter = new Meter(new MeterOptions(LoyaltyQueueTelemetry.MeterName) { Scope = this });
        _applied = Count("applied", "{adjustment}", "Adjustments that were applied.");
        _dead = Count("dead_lettered", "{adjustment}", "Adjustments that became dead letters.");
        _resent = Count("resent", "{adjustment}", "Adjustments that were sent after a lookup: they may have been sent before.");
        _notSent = Count("not_sent", "{adjustment}", "Claims that ended without a send.");
        _refused = Count("guard.refused", "{adjustment}", "Sends that were refused at the last moment: the claim no longer held.");
        _calls = Count("calls", "{call}", "Calls of the worker, by their purpose: send, settle or verify.");
        _waits = _meter.CreateHistogram<double>(Prefix + "wait.duration", "s", "From the enqueuing of an adjustment to its first claim.");
        _settlements = _meter.CreateHistogram<double>(Prefix + "settle.duration", "s", "From the first send of a lost one to its outcome.");
        _depth = _meter.CreateObservableGauge(
            Prefix + "depth", () => Observe(static snapshot => snapshot.Depth), "{adjustment}", "Adjustments that have not ended.");
        _age = _meter.CreateObservableGauge(
            Prefix + "oldest.age", () => Observe(static snapshot => snapshot.OldestAge).Select(Seconds), "s", "The age of the oldest one.");
        _callsLeft = _meter.CreateObservableGauge(
            Prefix + "calls.budget_left", ObserveCallsLeft, "{call}", "Calls that are left in the cycle.");

        Counter<long> Count(string name, string unit, string description) =>
            _meter.CreateCounter<long>(Prefix + name, unit, description);
    }

    /// <summary>Whether anything listens to a gauge. If nothing does, no snapshot is taken.</summary>
    public bool WantsSnapshots => _depth.Enabled || _age.Enabled || _callsLeft.Enabled;

    /// <summary>What the gauges tell; null while this process has no worker. A listener never waits for the store.</summary>
    public QueueSnapshot? Snapshot { get; set; }

    public void Waited(Claim claim)
    {
        if (claim.Row.SendNo == 1)
        {
            _waits.Record((claim.ClaimedAt - claim.Row.EnqueuedAt).TotalSeconds);
        }
    }

    public void Called(CallPurpose purpose, int calls = 1) =>
        _calls.Add(calls, new KeyValuePair<string, object?>("purpose", purpose.ToString().ToLowerInvariant()));

    /// <summary>The last check before the send has decided.</summary>
    public void Guarded(Claim claim, bool maySend)
    {
        if (!maySend)
        {
            _refused.Add(1);
            return;
        }

        Called(CallPurpose.Send);
        if (claim.LooksFirst)
        {
            _resent.Add(1);
        }
    }

    /// <summary>Claims have ended.</summary>
    public void Ended(IEnumerable<SendOutcome> outcomes, DateTimeOffset now)
    {
        foreach (var outcome in outcomes)
        {
            switch (outcome.Kind)
            {
                case SendOutcomeKind.NotSent:
                    _notSent.Add(1);
                    break;
                case SendOutcomeKind.Applied or SendOutcomeKind.Found or SendOutcomeKind.Dead:
                    Settled(outcome.Kind != SendOutcomeKind.Dead, outcome.Claim.PriorFirst, now);
                    break;
            }
        }
    }

    /// <summary>Lookups and lists have shown what became of rows.</summary>
    public void Settled(IEnumerable<StoredAdjustment> rows, DateTimeOffset now)
    {
        foreach (var row in rows)
        {
            Settled(row.State == AdjustmentState.Applied, row.FirstSentAt, now);
        }
    }

    public void Dispose() => _meter.Dispose();

    private void Settled(bool isApplied, DateTimeOffset? firstSent, DateTimeOffset now)
    {
        (isApplied ? _applied : _dead).Add(1);
        if (firstSent is { } sent)
        {
            _settlements.Record((now - sent).TotalSeconds);
        }
    }

    private IEnumerable<Measurement<T>> Observe<T>(Func<QueueSnapshot, IReadOnlyDictionary<AdjustmentState, T>> select)
        where T : struct => Snapshot is { } snapshot
            ? select(snapshot).Select(static one => new Measurement<T>(one.Value, StateTag(one.Key)))
            : [];

    private IEnumerable<Measurement<long>> ObserveCallsLeft() => Snapshot?.CallsLeft is { } left ? [new(left)] : [];

    private static Measurement<double> Seconds(Measurement<TimeSpan> age) => new(age.Value.TotalSeconds, age.Tags);

    private static KeyValuePair<string, object?> StateTag(AdjustmentState state) => new("state", NameOf(state));

    private static string NameOf(AdjustmentState state) => state switch
    {
        AdjustmentState.New => "new",
        AdjustmentState.Pending => "pending",
        AdjustmentState.Sending => "sending",
        AdjustmentState.Unknown => "unknown",
        AdjustmentState.Recorded => "recorded",
        _ => "dead_letter",
    };
}
