using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>The part of a history that its seed decides before it begins.</summary>
internal sealed class HistoryPlan
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    /// <summary>The date of a response has whole seconds, and so has the date that it is compared with.</summary>
    private static readonly TimeSpan DatePrecision = 2 * Second;

    private readonly Dice _dice;

    public HistoryPlan(int seed)
    {
        Seed = seed;
        _dice = new Dice(seed);
        Kinds = PlanKinds();
        ApplyLag = _dice.UpTo(2 * Second);
        SettleDelay = ApplyLag + _dice.UpTo(2 * Second);
        ListLag = _dice.UpTo(_dice.OneOf(TimeSpan.Zero, 2 * Second, 10 * Second));
        ListedWithin = SettleDelay + ListLag + _dice.UpTo(5 * Second);
        NoAnswerWindow = ListedWithin + _dice.OneOf(15 * Second, 60 * Second, 187 * Second);
        ServiceErrorWindow = ListedWithin + DatePrecision + _dice.UpTo(8 * Second);
        PageSize = _dice.OneOf(100, 5, 3);
        LookbackMargin = _dice.OneOf(2 * Second, 60 * Second);
        (FirstLookupDelay, MaxLookupDelay) = _dice.OneOf((Second / 2, 10 * Second), (2 * Second, 30 * Second), (5 * Second, 120 * Second));
        OutcomeTimeout = _dice.Chance(0.5) ? Timeout.InfiniteTimeSpan : _dice.UpTo(_dice.OneOf(20 * Second, 120 * Second));
        AttemptTimeout = _dice.OneOf(2 * Second, 10 * Second);
        MaxServerDelay = _dice.OneOf(5 * Second, 30 * Second);
        Skew = PlanSkew();
        MaxQueueWait = _dice.OneOf(10 * Second, 60 * Second, 600 * Second);
        CrashAt = _dice.Chance(0.3) ? _dice.UpTo(60 * Second) : null;
        Downtime = _dice.UpTo(10 * Second);
        UsesTokens = _dice.Chance(0.4);
        TokenLifetime = _dice.OneOf(20 * Second, 900 * Second);
        RefusesRepeats = _dice.Chance(0.3);
        OthersUseUpTheRate = _dice.Chance(0.35) ? 0.2 : 0;
        KeepsCardsOpen = _dice.Chance(0.15);
        SettlesItself = _dice.Chance(0.9);
        MaxRememberedSends = _dice.Chance(0.15) && !Kinds.ContainsKey(SandboxFault.AlteredSourceId) ? _dice.From(0, 2) : null;
        OutlivesWindows = _dice.Chance(0.15);

        // Where adjustments of a card may overlap (after a crash, or without the order), the service drops one of them when few points are
        // left.
        OpeningPoints = CrashAt is null && !KeepsCardsOpen && _dice.Chance(0.5) ? FewPoints : ManyPoints;
        TakesTheRest = OpeningPoints == FewPoints && _dice.Chance(0.5);
        Faults = PlanFaults();
        CardCount = _dice.From(1, 5);
        Operations = [.. Enumerable.Range(1, CardCount).SelectMany(PlanCard).OrderBy(static operation => operation.StartsAt)];
    }

    public static long FewPoints => 50;

    public static long ManyPoints => 1_000_000;

    public int Seed { get; }

    public TimeSpan ApplyLag { get; }

    public TimeSpan SettleDelay { get; }

    public TimeSpan ListLag { get; }

    /// <summary>How long after the service has received a request its transaction is listed at the latest.</summary>
    public TimeSpan ListedWithin { get; }

    /// <summary>How many rows a page of transactions has at most.</summary>
    public int PageSize { get; }

    public TimeSpan LookbackMargin { get; }

    public TimeSpan NoAnswerWindow { get; }

    public TimeSpan ServiceErrorWindow { get; }

    public TimeSpan FirstLookupDelay { get; }

    public TimeSpan MaxLookupDelay { get; }

    /// <summary>How long a call waits for an outcome that is unknown.</summary>
    public TimeSpan OutcomeTimeout { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan MaxServerDelay { get; }

    public TimeSpan MaxQueueWait { get; }

    public TimeSpan Skew { get; }

    public TimeSpan? CrashAt { get; }

    public TimeSpan Downtime { get; }

    /// <summary>Whether the client uses access tokens instead of an API key.</summary>
    public bool UsesTokens { get; }

    public TimeSpan TokenLifetime { get; }

    /// <summary>Whether the service rejects a <c>source_id</c> that it has seen.</summary>
    public bool RefusesRepeats { get; }

    /// <summary>
    /// How often the response to a read says that the rate limit of the project is used up, because another program uses it too.
    /// </summary>
    public double OthersUseUpTheRate { get; }

    /// <summary>Whether the order is given up after an unknown outcome (<see cref="AfterUnknownOutcome.Continue"/>).</summary>
    public bool KeepsCardsOpen { get; }

    /// <summary>Whether the client searches for unknown outcomes (<see cref="ReconciliationOptions.Enabled"/>).</summary>
    public bool SettlesItself { get; }

    /// <summary>How many unsettled sends the client remembers; null for more than a history has.</summary>
    public int? MaxRememberedSends { get; }

    /// <summary>Whether the first client lives until it has forgotten everything.</summary>
    public bool OutlivesWindows { get; }

    public long OpeningPoints { get; }

    /// <summary>Whether the service removes what is there when a removal asks for more.</summary>
    public bool TakesTheRest { get; }

    public SandboxFaults Faults { get; }

    /// <summary>The faults that strike a single request in this history, with their probabilities.</summary>
    public IReadOnlyDictionary<SandboxFault, double> Kinds { get; }

    public int CardCount { get; }

    public IReadOnlyList<PlannedOperation> Operations { get; }

    private SandboxFaults PlanFaults()
    {
        var faults = new SandboxFaults
        {
            Seed = (int)(_dice.Next() >> 33),
            MaxLateDelivery = NoAnswerWindow - ListedWithin - DatePrecision,
            MaxExtraLag = SettleDelay - ApplyLag,
            MaxExtraListLag = ListedWithin - SettleDelay - ListLag,
            MaxListAge = _dice.OneOf(5 * Second, 60 * Second, 300 * Second),
            RetryAfter = _dice.OneOf(Second, 5 * Second, 40 * Second),
            DripTime = _dice.OneOf(Second / 10, Second, 20 * Second),
            AppliesTo = _dice.OneOf(
                SandboxFaultTargets.Writes,
                SandboxFaultTargets.Writes | SandboxFaultTargets.Reads,
                SandboxFaultTargets.Writes | SandboxFaultTargets.Reads | SandboxFaultTargets.Tokens),
            [SandboxFault.ExtraLag] = 0.5,
            [SandboxFault.ExtraListLag] = 0.5,
        };
        foreach (var (fault, probability) in Kinds)
        {
            faults[fault] = probability;
        }

        return faults;
    }

    // A little of everything and three kinds that the history is about; or several kinds; or a few kinds that strike often; or lost
    // responses and lists that prove nothing.
    private Dictionary<SandboxFault, double> PlanKinds()
    {
        if (_dice.Chance(0.25))
        {
            return new Dictionary<SandboxFault, double>
            {
                [_dice.OneOf<SandboxFault>(FaultKinds.OfLists)] = _dice.OneOf(0.5, 0.8),
                [_dice.OneOf<SandboxFault>(FaultKinds.AfterEffect)] = 0.2,
            };
        }

        var (share, count, most) = _dice.From(1, 10) switch
        {
            <= 4 => (_dice.OneOf(0.003, 0.006, 0.01), 3, 0.15),
            <= 7 => (0, _dice.From(5, 9), 0.06),
            _ => (0, _dice.From(1, 3), 0.25),
        };
        var kinds = share > 0 ? FaultKinds.Striking.ToDictionary(static fault => fault, _ => share) : [];
        for (var i = 0; i < count; i++)
        {
            kinds[_dice.OneOf<SandboxFault>(FaultKinds.Drawn)] = _dice.OneOf(most / 3, most);
        }

        return kinds;
    }

    /// <summary>
    /// The clock of the machine is up to five minutes off. Two clocks that are wrong in the same direction are outside the promises: a date
    /// that is ahead on a machine that is ahead too, and an old list without an age on a machine that is behind.
    /// </summary>
    private TimeSpan PlanSkew()
    {
        var skew = _dice.UpTo(TimeSpan.FromMinutes(10)) - TimeSpan.FromMinutes(5);
        return (skew > TimeSpan.Zero && Kinds.ContainsKey(SandboxFault.WrongDate))
            || (skew < TimeSpan.Zero && Kinds.ContainsKey(SandboxFault.StaleList))
                ? TimeSpan.Zero
                : skew;
    }

    private IEnumerable<PlannedOperation> PlanCard(int card)
    {
        var span = _dice.OneOf(Second / 10, 10 * Second, 60 * Second);
        var count = _dice.From(2, 12);
        for (var i = 1; i <= count; i++)
        {
            var operation = new PlannedOperation(
                string.Create(CultureInfo.InvariantCulture, $"C{card}-{i:d2}"),
                NameOf(card),
                _dice.From(1, 100) * (_dice.Chance(OpeningPoints == FewPoints ? 0.6 : 0.4) ? -1 : 1),
                _dice.UpTo(span),
                _dice.OneOf(5 * Second, 30 * Second, 600 * Second, 600 * Second))
            {
                CancelAfter = _dice.Chance(0.2) ? _dice.UpTo(_dice.OneOf(Second / 100, Second, 10 * Second, 60 * Second)) : null,
                ResumeAfter = _dice.Chance(0.5) ? _dice.UpTo(30 * Second) : null,
                ResumeTimeout = _dice.OneOf(5 * Second, 30 * Second, 600 * Second, 600 * Second),
                ResumeKnowsWhen = _dice.Chance(0.5),
                StartsAsResume = _dice.Chance(0.05),
                VerdictAfter = _dice.Chance(0.5) ? _dice.UpTo(_dice.OneOf(TimeSpan.Zero, Second, NoAnswerWindow)) : null,
                VerdictCancelAfter = _dice.Chance(0.3) ? _dice.UpTo(_dice.OneOf(Second, 60 * Second)) : null,
                ReopenAfter = OpeningPoints == ManyPoints && _dice.Chance(0.1) ? _dice.UpTo(30 * Second) : null,
            };
            operation = operation with { MayTakeLess = TakesTheRest && operation.Points < 0 };
            yield return Varied(operation, card);
        }
    }

    private PlannedOperation Varied(PlannedOperation operation, int card)
    {
        var isRich = OpeningPoints == ManyPoints;
        return _dice.Unit() switch
        {
            < 0.05 when isRich => operation with { ForeignPoints = _dice.Chance(0.5) ? -operation.Points : operation.Points * 2 },
            < 0.20 => operation with { IsGuarded = true, OutsideQueue = isRich && _dice.Chance(0.3) },
            < 0.32 when CardCount > 1 => Transfer(operation, card),
            < 0.65 => Once(operation),
            _ => operation,
        };
    }

    private PlannedOperation Once(PlannedOperation operation) => operation with
    {
        IsOnce = true,
        StartsPlain = _dice.Chance(0.15),
        EndsWithResume = _dice.Chance(0.2),
        Clicks = [.. Enumerable.Range(0, _dice.OneOf(0, 1, 1, 2, 3)).Select(_ => PlanClick())],
    };

    // At the same moment, soon, while the outcome is unknown, or about when the window ends.
    private PlannedClick PlanClick() => new(
        _dice.From(1, 10) switch
        {
            1 => ClickKind.Plain,
            2 => ClickKind.Resume,
            3 => ClickKind.OtherPoints,
            _ => ClickKind.Once,
        },
        _dice.Chance(0.2)
            ? NoAnswerWindow + _dice.UpTo(20 * Second)
            : _dice.UpTo(_dice.OneOf(TimeSpan.Zero, Second, 5 * Second, 60 * Second)),
        _dice.OneOf(5 * Second, 30 * Second, 600 * Second),
        _dice.Chance(0.3) ? _dice.UpTo(_dice.OneOf(Second / 100, Second, 30 * Second, NoAnswerWindow)) : null);

    private PlannedOperation Transfer(PlannedOperation operation, int card)
    {
        var receiver = OtherThan(card, _dice.From(1, CardCount - 1));
        return operation with
        {
            Points = Math.Abs(operation.Points),
            MayTakeLess = false,
            Receiver = NameOf(receiver),
            SecondGiver = CardCount > 2 && _dice.Chance(0.3)
                ? NameOf(Enumerable.Range(1, CardCount).First(other => other != card && other != receiver))
                : null,
        };
    }

    private int OtherThan(int card, int steps) => ((card - 1 + steps) % CardCount) + 1;

    private static string NameOf(int card) => string.Create(CultureInfo.InvariantCulture, $"C{card}");
}
