using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>What a caller wants to do: an adjustment of a card, or a transfer from it.</summary>
/// <param name="SourceId">Its id.</param>
/// <param name="Card">The card. In a transfer, the one that gives the points.</param>
/// <param name="Points">The points to add or remove. In a transfer, the points that move, above zero.</param>
/// <param name="StartsAt">When the call is made.</param>
/// <param name="Timeout">How long the caller waits.</param>
internal sealed record PlannedOperation(string SourceId, string Card, long Points, TimeSpan StartsAt, TimeSpan Timeout)
{
    /// <summary>When the caller cancels, if it does.</summary>
    public TimeSpan? CancelAfter { get; init; }

    /// <summary>How long after an unknown outcome the caller resumes it, if it does.</summary>
    public TimeSpan? ResumeAfter { get; init; }

    /// <summary>How long the resume may take.</summary>
    public TimeSpan ResumeTimeout { get; init; }

    /// <summary>Whether the first call is a resume: the caller does not know whether it was ever sent.</summary>
    public bool StartsAsResume { get; init; }

    /// <summary>Whether the resume states when the first call was sent.</summary>
    public bool ResumeKnowsWhen { get; init; }

    /// <summary>Whether its calls are the call that credits once.</summary>
    public bool IsOnce { get; init; }

    /// <summary>Whether the first call is the plain one, although the others credit once.</summary>
    public bool StartsPlain { get; init; }

    /// <summary>The other calls with its id.</summary>
    public IReadOnlyList<PlannedClick> Clicks { get; init; } = [];

    /// <summary>Whether an unknown outcome of a call that credits once is resumed, instead of calling once again.</summary>
    public bool EndsWithResume { get; init; }

    /// <summary>How long after an unknown outcome its caller asks for the verdict, if it does.</summary>
    public TimeSpan? VerdictAfter { get; init; }

    /// <summary>How long the caller waits for the verdict before it cancels, if it does.</summary>
    public TimeSpan? VerdictCancelAfter { get; init; }

    /// <summary>How long after an unknown outcome an operator opens the card by hand, if one does.</summary>
    public TimeSpan? ReopenAfter { get; init; }

    /// <summary>The points of another caller's adjustment with the same id, if there is one.</summary>
    public long? ForeignPoints { get; init; }

    /// <summary>Whether a send guard is asked before each request leaves.</summary>
    public bool IsGuarded { get; init; }

    /// <summary>Whether it bypasses the queue of its card.</summary>
    public bool OutsideQueue { get; init; }

    /// <summary>Whether a removal takes what is there if the card has fewer points.</summary>
    public bool MayTakeLess { get; init; }

    /// <summary>The card that receives the points of a transfer.</summary>
    public string? Receiver { get; init; }

    /// <summary>Another card that gives as many points in the same transfer.</summary>
    public string? SecondGiver { get; init; }

    /// <summary>The cards whose points it moves.</summary>
    public IReadOnlyList<string> Cards => [.. Effects.Select(static effect => effect.Card).Distinct()];

    /// <summary>Its entries in the journal if it is applied.</summary>
    public IReadOnlyList<Effect> Effects => (Receiver, SecondGiver) switch
    {
        (null, _) => [new(Card, SourceId, Points) { MayBeLess = MayTakeLess }],
        ({ } receiver, null) => [new(Card, SourceId, -Points), new(receiver, SourceId, Points)],
        ({ } receiver, { } second) =>
        [
            new(Card, SourceId, -Points),
            new(receiver, SourceId, Points),
            new(second, SecondSourceId, -Points),
            new(receiver, SecondSourceId, Points),
        ],
    };

    /// <summary>The parts of a transfer.</summary>
    public IReadOnlyList<PointsTransferItem> Items
    {
        get
        {
            var first = new PointsTransferItem { Code = Card, Points = Points, SourceId = SourceId };
            return SecondGiver is null ? [first] : [first, first with { Code = SecondGiver, SourceId = SecondSourceId }];
        }
    }

    // No id is the beginning of another one.
    private string SecondSourceId => "Z" + SourceId;

    /// <summary>One entry of the journal.</summary>
    internal readonly record struct Effect(string Card, string SourceId, long Points)
    {
        /// <summary>Whether it is a removal that may have taken fewer points, and left none.</summary>
        public bool MayBeLess { get; init; }

        public bool IsIn(SandboxJournalEntry entry) => entry.SourceId == SourceId
            && entry.CardCode == Card
            && (entry.Points == Points || (MayBeLess && entry is { Points: < 0, BalanceAfter: 0 } && entry.Points > Points));
    }
}
