using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>An operation of a thread, with what its calls reported. Its numbers come from one counter of all threads.</summary>
internal sealed class ThreadOperation(PlannedOperation plan)
{
    private readonly List<string> _log = [];

    public PlannedOperation Plan { get; } = plan;

    /// <summary>The number before its first call was made.</summary>
    public long CalledAt { get; set; }

    /// <summary>The number after its last call was made: it had its place in the queues by then.</summary>
    public long EnteredAt { get; set; }

    /// <summary>What is known after the last call.</summary>
    public Reported? Known { get; set; }

    /// <summary>The balance in the last response, if there was one.</summary>
    public long? Balance { get; set; }

    /// <summary>Whether a call is running.</summary>
    public bool IsRunning { get; set; }

    /// <summary>Whether its only call was cancelled before it was made.</summary>
    public bool WasCancelledBefore { get; set; }

    /// <summary>When its first call was made, by the clock.</summary>
    public TimeSpan FirstCallAt { get; set; }

    /// <summary>When its last call ended, by the clock.</summary>
    public TimeSpan EndedAt { get; set; }

    /// <summary>Where its running call is cancelled; null for nowhere.</summary>
    public ThreadCancellation? Cancellation { get; set; }

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied or Reported.Conflict;

    /// <summary>Notes what happened to it, for the message of a broken promise.</summary>
    public void Note(TimeSpan at, string what)
    {
        lock (_log)
        {
            _log.Add(FormattableString.Invariant($"{at.TotalMilliseconds:f3} {what}"));
        }
    }

    public override string ToString() => $"{Plan.SourceId} by {Plan.Points} on {Plan.Card}: {string.Join(", ", _log)}";
}
