using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>An operation of a caller, with all its calls.</summary>
internal sealed class SimulatedOperation(PlannedOperation plan)
{
    public PlannedOperation Plan { get; } = plan;

    public List<ClientCall> Calls { get; } = [];

    /// <summary>The calls that use the id for something else, or at a wrong moment: each must end with a conflict.</summary>
    public List<ClientCall> Intruders { get; } = [];

    /// <summary>What the client has said about unknown outcomes.</summary>
    public List<Verdict> Verdicts { get; } = [];

    /// <summary>How many requests that move its points were sent.</summary>
    public int Sends { get; set; }

    /// <summary>What is known after the last call.</summary>
    public Reported? Known => Calls.Count == 0 ? null : Plan.IsOnce ? KnownOfAll : Calls[^1].Reported ?? Reported.Unknown;

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied or Reported.Conflict;

    // Several calls may be under way. That one of them was refused says nothing about what another one has sent, unless it was the last.
    private Reported KnownOfAll
    {
        get
        {
            if (IsKnownAsApplied)
            {
                return Reported.Applied;
            }

            return Calls[^1] is { Decides: true, Reported: { } last }
                ? last
                : Calls.TrueForAll(static call => call.Reported == Reported.NotApplied) ? Reported.NotApplied : Reported.Unknown;
        }
    }

    private bool IsKnownAsApplied =>
        Calls.Exists(static call => call.Reported == Reported.Applied)
        || Verdicts.Exists(static verdict => verdict.Kind == WriteOutcomeKind.Applied);

    /// <summary>Whether a call of this client with the id has not ended.</summary>
    public bool IsUnderWayOn(int client) => Calls.Exists(call => call.Client == client && call is { Reported: null, Abandoned: false });

    /// <summary>Returns when the service has first told a client that it was applied; null if it has not.</summary>
    public TimeSpan? AppliedAt(int client, TimeSpan before) => Calls
        .Where(call => call.Client == client && call is { Reported: Reported.Applied, HasAsked: true } && call.EndedAt <= before)
        .Min(static call => (TimeSpan?)call.EndedAt);
}
