using System.Globalization;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>What happens in a history of version 2; its seed decides everything.</summary>
internal sealed class CardPlan
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public CardPlan(int seed)
    {
        var dice = new Dice(seed);
        Seed = seed;
        ApplyLag = dice.UpTo(3 * Second);
        ListLag = dice.Chance(0.5) ? TimeSpan.Zero : dice.UpTo(5 * Second);
        Faults = NewFaults(dice);
        Service = new SandboxV2Options
        {
            ReasonStorage = dice.Chance(0.5) ? SandboxReasonStorage.AsSent : dice.OneOf(Enum.GetValues<SandboxReasonStorage>()),
            OverDebit = dice.OneOf(Enum.GetValues<SandboxOverDebit>()),
        };
        HidesIds = dice.Chance(0.3);
        TrustsMarker = Service.ReasonStorage == SandboxReasonStorage.AsSent && Faults[SandboxFault.AlterReason] == 0 && dice.Chance(0.3);
        NoAnswerWindow = 60 * Second;
        OutcomeTimeout = dice.Chance(0.3) ? Timeout.InfiniteTimeSpan : dice.UpTo(20 * Second);
        Members = dice.From(1, 3);
        CrashAt = dice.Chance(0.3) ? dice.UpTo(40 * Second) : null;
        Operations = [.. Enumerable.Range(1, dice.From(3, 9)).Select(number => NewOperation(dice, number))];
    }

    public int Seed { get; }

    public TimeSpan ApplyLag { get; }

    public TimeSpan ListLag { get; }

    public SandboxFaults Faults { get; }

    public SandboxV2Options Service { get; }

    /// <summary>Whether the marker hides the id.</summary>
    public bool HidesIds { get; }

    public bool TrustsMarker { get; }

    public TimeSpan NoAnswerWindow { get; }

    public TimeSpan OutcomeTimeout { get; }

    public int Members { get; }

    /// <summary>When the client crashes; null for never.</summary>
    public TimeSpan? CrashAt { get; }

    public IReadOnlyList<PlannedAdjustment> Operations { get; }

    /// <summary>Whether the service keeps every reason, so that every adjustment can be recognized.</summary>
    public bool KeepsReasons => Service.ReasonStorage is not (SandboxReasonStorage.CutAt200 or SandboxReasonStorage.Dropped)
        && Faults[SandboxFault.AlterReason] == 0;

    public override string ToString() => FormattableString.Invariant($"Seed {Seed}: {Service.ReasonStorage}, {Service.OverDebit}, ")
        + FormattableString.Invariant($"applied after {ApplyLag}, listed after {ListLag}, crash at {CrashAt}; ")
        + string.Join(", ", Enum.GetValues<SandboxFault>().Where(fault => Faults[fault] > 0));

    // Everything is applied and listed within the window.
    internal static SandboxFaults NewFaults(Dice dice)
    {
        var faults = new SandboxFaults
        {
            Seed = dice.From(1, int.MaxValue - 1),
            MaxLateDelivery = 20 * Second,
            MaxExtraLag = 5 * Second,
            MaxExtraListLag = 10 * Second,
            StallTime = dice.OneOf(20 * Second, 300 * Second),
            RetryAfter = Second,
        };
        var kinds = FaultKinds.Striking.Concat(FaultKinds.OfV2).Except([SandboxFault.ThrottleCycle]).ToArray();
        for (var i = dice.From(1, 4); i > 0; i--)
        {
            faults[dice.OneOf(kinds)] = dice.OneOf(0.05, 0.1, 0.15);
        }

        if (dice.Chance(0.5))
        {
            faults[dice.OneOf(FaultKinds.AfterEffect)] = 0.3;
        }

        return faults;
    }

    private PlannedAdjustment NewOperation(Dice dice, int number) => new()
    {
        SourceId = string.Create(CultureInfo.InvariantCulture, $"A{number:d2}{(dice.Chance(0.1) ? " with a space" : "")}"),
        Member = dice.From(1, Members),

        // Few different numbers: staff and other calls adjust by the same.
        Points = dice.OneOf<long>(10, 10, 10, 20, -10, -5000),
        Reason = dice.OneOf(null, "Gift", new string('x', 180)),
        StartsAt = dice.UpTo(30 * Second),
        Timeout = dice.OneOf(5 * Second, 60 * Second, 300 * Second),
        CancelAfter = dice.Chance(0.15) ? dice.UpTo(10 * Second) : null,
        IsOnce = dice.Chance(0.5),
        Clicks = dice.From(0, 2),
        IsAccepted = dice.Chance(0.2),
        ResumeAfter = dice.Chance(0.7) ? dice.UpTo(30 * Second) : null,
        KnowsWhen = dice.Chance(0.5),
        StaffAfter = dice.Chance(0.3) ? dice.UpTo(20 * Second) : null,
    };
}
