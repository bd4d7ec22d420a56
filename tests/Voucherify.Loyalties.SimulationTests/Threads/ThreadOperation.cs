using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>An operation of a thread, with what its calls reported. Its numbers come from one counter of all threads.</summary>
internal sealed class ThreadOperation(PlannedOperation plan)
{
    private readonly List<string> _log = [];
    private int _running;
    private int _sends;
    private int _inFlight;
    private bool _hasOtherPoints;
    private bool _wasUnknown;

    public PlannedOperation Plan { get; } = plan;

    /// <summary>The number before its first call was made.</summary>
    public long CalledAt { get; set; }

    /// <summary>When the first of its calls was made.</summary>
    public TimeSpan? BeganAt { get; set; }

    /// <summary>The number after its last call was made: it had its place in the queues by then.</summary>
    public long EnteredAt { get; set; }

    /// <summary>What is known after the last call.</summary>
    public Reported? Known { get; private set; }

    /// <summary>The balance in the last response, if there was one.</summary>
    public long? Balance { get; private set; }

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

    /// <summary>How many plain calls may have had an effect of their own, besides the one that all other calls have together.</summary>
    public int PlainEffectsAtMost { get; private set; }

    /// <summary>How many of these the service has confirmed.</summary>
    public int PlainEffectsAtLeast { get; private set; }

    /// <summary>Whether a call with the id and other points may have been applied.</summary>
    public bool MayHaveOtherPoints { get; private set; }

    /// <summary>Whether a call with the id and other points was applied.</summary>
    public bool HasOtherPoints { get; private set; }

    /// <summary>Whether several kinds of calls used its id.</summary>
    public bool IsMixed { get; private set; }

    /// <summary>When its first call was made, by the clock.</summary>
    public TimeSpan FirstCallAt { get; set; }

    /// <summary>When its last call ended, by the clock.</summary>
    public TimeSpan EndedAt { get; private set; }

    /// <summary>Where its running call is cancelled; null for nowhere.</summary>
    public ThreadCancellation? Cancellation { get; set; }

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied or Reported.Conflict;

    /// <summary>A call begins.</summary>
    public void Begin() => Interlocked.Increment(ref _running);

    /// <summary>A call of another kind begins.</summary>
    public void BeginIntruder(ClickKind kind)
    {
        IsMixed = true;
        _hasOtherPoints |= kind == ClickKind.OtherPoints;
        Begin();
    }

    /// <summary>A request that moves its points is sent.</summary>
    /// <returns>Whether it is the only one that is under way.</returns>
    public bool BeginSend()
    {
        Interlocked.Increment(ref _sends);
        return Interlocked.Increment(ref _inFlight) == 1;
    }

    /// <summary>The request has ended.</summary>
    public void EndSend() => Interlocked.Decrement(ref _inFlight);

    /// <summary>Records what a call has learned.</summary>
    /// <param name="outcome">What the client reported.</param>
    /// <param name="balance">The balance in the response, if there was one.</param>
    /// <param name="decides">Whether this is the last word on all calls.</param>
    /// <param name="at">When it ended, by the clock.</param>
    public void End(Reported outcome, long? balance, bool decides, TimeSpan at)
    {
        lock (_log)
        {
            _wasUnknown |= outcome == Reported.Unknown;
            Known = (Plan.IsOnce, Known, outcome) switch
            {
                (false, _, _) => outcome,
                (_, Reported.Applied, _) or (_, _, Reported.Applied) => Reported.Applied,

                // That one call was refused says nothing about what another one has sent.
                (_, _, Reported.NotApplied) when _wasUnknown && !decides => Reported.Unknown,

                // A call with other points has the id, or had it: that one may be refused.
                (_, _, Reported.Conflict) when _hasOtherPoints && !HasOtherPoints && !decides => Reported.Unknown,
                _ => outcome,
            };
            Balance = balance ?? Balance;
            EndedAt = at > EndedAt ? at : EndedAt;
        }

        Interlocked.Decrement(ref _running);
    }

    /// <summary>Records what a call of another kind has learned.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="outcome">What the client reported.</param>
    /// <param name="isAnswered">Whether the service has confirmed this call.</param>
    /// <param name="at">When it ended, by the clock.</param>
    public void EndIntruder(ClickKind kind, Reported outcome, bool isAnswered, TimeSpan at)
    {
        lock (_log)
        {
            var mayBeApplied = outcome is Reported.Applied or Reported.Unknown;
            if (kind == ClickKind.OtherPoints)
            {
                MayHaveOtherPoints |= mayBeApplied;
                HasOtherPoints |= outcome == Reported.Applied;
            }
            else if (mayBeApplied)
            {
                PlainEffectsAtMost += kind == ClickKind.Plain ? 1 : 0;
                PlainEffectsAtLeast += kind == ClickKind.Plain && isAnswered ? 1 : 0;
                _wasUnknown |= outcome == Reported.Unknown;
                Known = outcome == Reported.Applied || Known == Reported.Applied ? Reported.Applied : Reported.Unknown;
            }

            EndedAt = at > EndedAt ? at : EndedAt;
        }

        Interlocked.Decrement(ref _running);
    }

    /// <summary>Records a verdict.</summary>
    /// <param name="kind">What the client said.</param>
    /// <param name="sends">How many requests had been sent before it was asked.</param>
    public void Learn(WriteOutcomeKind kind, int sends)
    {
        lock (_log)
        {
            SaidApplied |= kind == WriteOutcomeKind.Applied;
            SaidNotAppliedAfter = kind == WriteOutcomeKind.NotApplied ? Math.Max(sends, SaidNotAppliedAfter ?? 0) : SaidNotAppliedAfter;
        }
    }

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
