using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>A step of a journey as it was played. A refund is a step of its own.</summary>
internal sealed class PlayedStep(PlannedStep plan, PlayedStep? refunded = null)
{
    private readonly List<string> _log = [];

    public PlannedStep Plan { get; } = plan;

    /// <summary>The purchase that it refunds; null if it is no refund.</summary>
    public PlayedStep? Refunded { get; } = refunded;

    public string Key => Refunded is null ? Plan.Key : $"refund of {Refunded.TransactionId}";

    /// <summary>Whether a call for it that is made anew continues the earlier one, or is refused because that was applied.</summary>
    public bool IsRepeatable => Refunded is not null
        || Plan.Kind is JourneyStepKind.Activate or JourneyStepKind.Cancel or JourneyStepKind.Expire;

    /// <summary>What is known in the end.</summary>
    public Reported? Known { get; private set; }

    /// <summary>The place of its first call among all calls, and of its last one; 0 before.</summary>
    public int FirstCall { get; set; }

    public int LastCall { get; set; }

    public int Calls { get; set; }

    public bool IsRunning { get; set; }

    public bool WasUnknown { get; private set; }

    public TimeSpan CalledAt { get; set; }

    /// <summary>What its last unknown outcome left to resume.</summary>
    public PendingChange? Pending { get; set; }

    /// <summary>The transaction that it is, or that an unknown outcome names.</summary>
    public string? TransactionId { get; private set; }

    public bool IsSettled => Known is Reported.Applied or Reported.NotApplied;

    /// <summary>A call has ended.</summary>
    public void End(Reported outcome, string? transactionId = null)
    {
        IsRunning = false;
        WasUnknown |= outcome == Reported.Unknown;
        TransactionId = transactionId ?? TransactionId;

        // The refusal of a new call says nothing about an earlier one, unless this client has looked.
        Known = outcome is Reported.NotApplied or Reported.Conflict && Calls > 1 && IsRepeatable ? Reported.Unknown
            : outcome == Reported.Conflict ? Known ?? Reported.NotApplied
            : outcome;
    }

    /// <summary>Notes what happened to it, for the message of a broken promise.</summary>
    public void Note(TimeSpan at, string what) => _log.Add(FormattableString.Invariant($"{at.TotalSeconds:f3} {what}"));

    public override string ToString() => $"{Key} ({Plan.Number}: {string.Join(", ", _log)})";
}
