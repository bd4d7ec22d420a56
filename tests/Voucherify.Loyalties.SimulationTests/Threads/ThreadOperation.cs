using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>An adjustment or a transfer of version 1.</summary>
internal sealed class ThreadOperation(PlannedOperation plan) : WatchedOperation(plan.SourceId, plan.IsOnce)
{
    private bool _hasOtherPoints;

    public PlannedOperation Plan { get; } = plan;

    /// <summary>The balance in the last response, if there was one.</summary>
    public long? Balance { get; private set; }

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

    /// <summary>A call of another kind begins.</summary>
    public void BeginIntruder(ClickKind kind)
    {
        IsMixed = true;
        _hasOtherPoints |= kind == ClickKind.OtherPoints;
        Begin();
    }

    /// <summary>Records what a call has learned.</summary>
    /// <param name="outcome">What the client reported.</param>
    /// <param name="balance">The balance in the response, if there was one.</param>
    /// <param name="decides">Whether this is the last word on all calls.</param>
    /// <param name="at">When it ended, by the clock.</param>
    public void End(Reported outcome, long? balance, bool decides, TimeSpan at)
    {
        lock (Gate)
        {
            WasUnknown |= outcome == Reported.Unknown;
            Known = (IsOnce, Known, outcome) switch
            {
                (false, _, _) => outcome,
                (_, Reported.Applied, _) or (_, _, Reported.Applied) => Reported.Applied,

                // That one call was refused says nothing about what another one has sent.
                (_, _, Reported.NotApplied) when WasUnknown && !decides => Reported.Unknown,

                // A call with other points has the id, or had it: that one may be refused.
                (_, _, Reported.Conflict) when _hasOtherPoints && !HasOtherPoints && !decides => Reported.Unknown,
                _ => outcome,
            };
            Balance = balance ?? Balance;
            EndCall(at);
        }
    }

    /// <summary>Records what a call of another kind has learned.</summary>
    /// <param name="kind">Which kind.</param>
    /// <param name="outcome">What the client reported.</param>
    /// <param name="isAnswered">Whether the service has confirmed this call.</param>
    /// <param name="at">When it ended, by the clock.</param>
    public void EndIntruder(ClickKind kind, Reported outcome, bool isAnswered, TimeSpan at)
    {
        lock (Gate)
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
                WasUnknown |= outcome == Reported.Unknown;
                Known = outcome == Reported.Applied || Known == Reported.Applied ? Reported.Applied : Reported.Unknown;
            }

            EndCall(at);
        }
    }

    protected override string Describe() => $"by {Plan.Points} on {Plan.Card}";
}
