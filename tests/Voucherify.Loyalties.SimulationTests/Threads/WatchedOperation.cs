using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>An operation of a thread, with what its calls reported. Its numbers come from one counter of all threads.</summary>
/// <param name="sourceId">The id of its calls.</param>
/// <param name="isOnce">Whether they credit once.</param>
internal abstract class WatchedOperation(string sourceId, bool isOnce)
{
    private readonly List<string> _log = [];
    private int _running;
    private int _sends;
    private int _inFlight;

    public string SourceId { get; } = sourceId;

    public bool IsOnce { get; } = isOnce;

    /// <summary>The number before its first call was made.</summary>
    public long CalledAt { get; set; }

    /// <summary>When the first of its calls was made.</summary>
    public TimeSpan? BeganAt { get; set; }

    /// <summary>The number after its last call was made: it had its place in the queues by then.</summary>
    public long EnteredAt { get; set; }

    /// <summary>What is known after the last call.</summary>
    public Reported? Known { get; protected set; }

    /// <summary>Whether a call is running.</summary>
    public bool IsRunning => Volatile.Read(ref _running) > 0;

    /// <summary>How many requests that move its points were sent.</summary>
    public int Sends => Volatile.Read(ref _sends);

    /// <summary>Whether a verdict said that it was applied.</summary>
    public bool SaidApplied { get; private set; }

    /// <summary>How many requests had been sent at the last verdict that said that it was not applied; null if none did.</summary>
    public int? SaidNotAppliedAfter { get; private set; }

    /// <summary>Whether its only call was cancelled before it was made.</summary>
    public bool WasCancelledBefore { get; set; }

    /// <summary>When its first call was made, by the clock.</summary>
    public TimeSpan FirstCallAt { get; set; }

    /// <summary>When its last call ended, by the clock.</summary>
    public TimeSpan EndedAt { get; private set; }

    /// <summary>Where its running call is cancelled; null for nowhere.</summary>
    public ThreadCancellation? Cancellation { get; set; }

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied or Reported.Conflict;

    /// <summary>Whether one of its calls ended as unknown.</summary>
    protected bool WasUnknown { get; set; }

    protected object Gate => _log;

    /// <summary>A call begins.</summary>
    public void Begin() => Interlocked.Increment(ref _running);

    /// <summary>A request that moves its points is sent.</summary>
    /// <returns>Whether it is the only one that is under way.</returns>
    public bool BeginSend()
    {
        Interlocked.Increment(ref _sends);
        return Interlocked.Increment(ref _inFlight) == 1;
    }

    /// <summary>The request has ended.</summary>
    public void EndSend() => Interlocked.Decrement(ref _inFlight);

    /// <summary>Records a verdict.</summary>
    /// <param name="kind">What the client said.</param>
    /// <param name="sends">How many requests had been sent before it was asked.</param>
    public void Learn(WriteOutcomeKind kind, int sends)
    {
        lock (Gate)
        {
            SaidApplied |= kind == WriteOutcomeKind.Applied;
            SaidNotAppliedAfter = kind == WriteOutcomeKind.NotApplied ? Math.Max(sends, SaidNotAppliedAfter ?? 0) : SaidNotAppliedAfter;
        }
    }

    /// <summary>Notes what happened to it, for the message of a broken promise.</summary>
    public void Note(TimeSpan at, string what)
    {
        lock (Gate)
        {
            _log.Add(FormattableString.Invariant($"{at.TotalMilliseconds:f3} {what}"));
        }
    }

    public override string ToString() => $"{SourceId} {Describe()}: {string.Join(", ", _log)}";

    /// <summary>Returns what it does.</summary>
    protected abstract string Describe();

    /// <summary>A call has ended, by the clock.</summary>
    protected void EndCall(TimeSpan at)
    {
        EndedAt = at > EndedAt ? at : EndedAt;
        Interlocked.Decrement(ref _running);
    }
}
