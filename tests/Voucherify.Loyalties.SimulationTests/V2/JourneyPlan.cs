using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.Sandbox.V2;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.V2;

/// <summary>What happens in a journey; its seed decides everything.</summary>
internal sealed class JourneyPlan
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    public JourneyPlan(int seed)
    {
        var dice = new Dice(seed);
        Seed = seed;
        ApplyLag = dice.UpTo(3 * Second);
        ListLag = dice.Chance(0.5) ? TimeSpan.Zero : dice.UpTo(5 * Second);
        Faults = CardPlan.NewFaults(dice);
        Service = new SandboxV2Options { BucketChange = dice.OneOf(Enum.GetValues<SandboxBucketChange>()) };
        OutcomeTimeout = dice.Chance(0.3) ? Timeout.InfiniteTimeSpan : dice.UpTo(20 * Second);
        Members = dice.From(1, 2);
        CrashAt = dice.Chance(0.3) ? dice.UpTo(40 * Second) : null;
        Steps = [.. Enumerable.Range(1, dice.From(3, 9)).Select(number => NewStep(dice, number))];
    }

    public int Seed { get; }

    public TimeSpan ApplyLag { get; }

    public TimeSpan ListLag { get; }

    public SandboxFaults Faults { get; }

    public SandboxV2Options Service { get; }

    public TimeSpan OutcomeTimeout { get; }

    public int Members { get; }

    /// <summary>When the client crashes; null for never.</summary>
    public TimeSpan? CrashAt { get; }

    public IReadOnlyList<PlannedStep> Steps { get; }

    public override string ToString() => FormattableString.Invariant($"Seed {Seed}: {Service.BucketChange}, ")
        + FormattableString.Invariant($"applied after {ApplyLag}, listed after {ListLag}, crash at {CrashAt}; ")
        + string.Join(", ", Enum.GetValues<SandboxFault>().Where(fault => Faults[fault] > 0));

    private PlannedStep NewStep(Dice dice, int number)
    {
        var kind = dice.OneOf(
            JourneyStepKind.Adjust, JourneyStepKind.Pay, JourneyStepKind.Pay, JourneyStepKind.Pay, JourneyStepKind.Purchase,
            JourneyStepKind.PurchaseAndRefund, JourneyStepKind.PurchaseAndRefund, JourneyStepKind.Activate, JourneyStepKind.Cancel,
            JourneyStepKind.Expire);
        return new PlannedStep
        {
            Number = number,
            Kind = kind,
            Member = dice.From(1, Members),

            // Few different orders and limits: payments are about the same.
            Order = dice.From(1, 2),
            Points = kind == JourneyStepKind.Pay ? dice.OneOf<long>(100, 100, 50) : dice.OneOf<long>(10, 10, -10),

            // The expiration takes all points, so it comes late.
            StartsAt = dice.UpTo(30 * Second) + (kind == JourneyStepKind.Expire ? 20 * Second : TimeSpan.Zero),
            Timeout = dice.OneOf(5 * Second, 60 * Second, 300 * Second),
            CancelAfter = dice.Chance(0.15) ? dice.UpTo(10 * Second) : null,
            IsAccepted = dice.Chance(0.2),
            ResumeAfter = dice.Chance(0.7) ? dice.UpTo(30 * Second) : null,
        };
    }
}
