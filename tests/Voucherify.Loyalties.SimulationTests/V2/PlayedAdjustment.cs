using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>An adjustment as it was played.</summary>
internal sealed class PlayedAdjustment(PlannedAdjustment plan)
{
    private readonly List<string> _log = [];

    public PlannedAdjustment Plan { get; } = plan;

    /// <summary>What is known in the end.</summary>
    public Reported? Known { get; private set; }

    /// <summary>The place of its first call among all calls; 0 before.</summary>
    public int FirstCall { get; set; }

    /// <summary>The place of its last call.</summary>
    public int LastCall { get; set; }

    /// <summary>How many calls were made for it.</summary>
    public int Calls { get; set; }

    /// <summary>How many of them are running.</summary>
    public int Running { get; set; }

    /// <summary>Whether one of its calls ended as unknown.</summary>
    public bool WasUnknown { get; private set; }

    /// <summary>When its first call was made, and when the last one ended or was abandoned.</summary>
    public TimeSpan? CalledAt { get; set; }

    public TimeSpan EndedAt { get; set; }

    /// <summary>What its last unknown outcome left to resume.</summary>
    public string? TransactionId { get; private set; }

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied;

    /// <summary>A call has ended.</summary>
    /// <param name="outcome">What it reported.</param>
    /// <param name="decides">Whether a refusal is the last word on all calls.</param>
    /// <param name="transactionId">The transaction that an unknown outcome names.</param>
    public void End(Reported outcome, bool decides, string? transactionId = null)
    {
        WasUnknown |= outcome == Reported.Unknown;
        TransactionId = transactionId ?? TransactionId;
        Known = (Known, outcome) switch
        {
            (Reported.Applied, _) or (_, Reported.Applied) => Reported.Applied,

            // That one call was refused says nothing about what another one has sent.
            (_, Reported.NotApplied or Reported.Conflict) when !decides && (WasUnknown || Running > 0) => Reported.Unknown,
            (_, Reported.Conflict) => Reported.NotApplied,
            _ => outcome,
        };
    }

    /// <summary>Notes what happened to it, for the message of a broken promise.</summary>
    public void Note(TimeSpan at, string what) => _log.Add(FormattableString.Invariant($"{at.TotalSeconds:f3} {what}"));

    public override string ToString() => $"{Plan.SourceId} ({Plan.Points} for member {Plan.Member}: {string.Join(", ", _log)})";

    /// <summary>The service has rejected its transaction, which is final.</summary>
    public void Reject() => Known = Known == Reported.Applied ? Known : Reported.NotApplied;
}
