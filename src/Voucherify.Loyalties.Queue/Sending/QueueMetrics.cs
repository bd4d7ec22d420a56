using System.Diagnostics.Metrics;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Sending;

/// <summary>The instruments of the queue.</summary>
internal sealed class QueueMetrics : IDisposable
{
    private readonly Meter _meter = new(LoyaltyQueueTelemetry.MeterName);
    private readonly Counter<long> _applied;
    private readonly Counter<long> _dead;
    private readonly Counter<long> _resent;
    private readonly Counter<long> _notSent;

    public QueueMetrics()
    {
        _applied = Create("applied", "Adjustments that were applied.");
        _dead = Create("dead_lettered", "Adjustments that became dead letters.");
        _resent = Create("resent", "Adjustments that may have been sent before, and were looked up first.");
        _notSent = Create("not_sent", "Claims that ended without a send.");

        Counter<long> Create(string name, string description) =>
            _meter.CreateCounter<long>("voucherify.loyalties.queue." + name, "{adjustment}", description);
    }

    public void Ended(SendOutcome outcome)
    {
        var counter = outcome.Kind switch
        {
            SendOutcomeKind.Applied or SendOutcomeKind.Found => _applied,
            SendOutcomeKind.Dead => _dead,
            SendOutcomeKind.NotSent => _notSent,
            _ => null,
        };
        counter?.Add(1);
        if (outcome.Claim.LooksFirst)
        {
            _resent.Add(1);
        }
    }

    public void Dispose() => _meter.Dispose();
}
