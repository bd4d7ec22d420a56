using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Plan;

/// <summary>Everything about a history that its seed decides before it begins.</summary>
internal sealed class HistoryPlan
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private static readonly SandboxFault[] Common = [.. Enum.GetValues<SandboxFault>().Except([SandboxFault.ExtraLag, SandboxFault.ThrottleCycle])];

    private readonly Dice _dice;

    public HistoryPlan(int seed)
    {
        Seed = seed;
        _dice = new Dice(seed);
        ApplyLag = _dice.UpTo(2 * Second);
        SettleDelay = ApplyLag + _dice.UpTo(2 * Second);
        NoAnswerWindow = SettleDelay + _dice.OneOf(15 * Second, 60 * Second, 187 * Second);
        ServiceErrorWindow = SettleDelay + _dice.UpTo(8 * Second);
        AttemptTimeout = _dice.OneOf(2 * Second, 10 * Second);
        Skew = _dice.UpTo(TimeSpan.FromMinutes(10)) - TimeSpan.FromMinutes(5);
        MaxQueueWait = _dice.OneOf(10 * Second, 60 * Second, 600 * Second);
        CrashAt = _dice.Chance(0.3) ? _dice.UpTo(60 * Second) : null;
        Downtime = _dice.UpTo(10 * Second);

        // After a crash a card may be used while an effect from before is still due: with few points left, the service drops one of them.
        OpeningPoints = CrashAt is null && _dice.Chance(0.3) ? 50 : 1_000_000;
        Faults = PlanFaults();
        Operations = [.. Enumerable.Range(1, _dice.From(1, 5)).SelectMany(PlanCard).OrderBy(static operation => operation.StartsAt)];
    }

    public int Seed { get; }

    public TimeSpan ApplyLag { get; }

    public TimeSpan SettleDelay { get; }

    public TimeSpan NoAnswerWindow { get; }

    public TimeSpan ServiceErrorWindow { get; }

    public TimeSpan AttemptTimeout { get; }

    public TimeSpan MaxQueueWait { get; }

    public TimeSpan Skew { get; }

    public TimeSpan? CrashAt { get; }

    public TimeSpan Downtime { get; }

    public long OpeningPoints { get; }

    public SandboxFaults Faults { get; }

    public IReadOnlyList<PlannedOperation> Operations { get; }

    private SandboxFaults PlanFaults()
    {
        var faults = new SandboxFaults
        {
            Seed = (int)(_dice.Next() >> 33),
            MaxLateDelivery = NoAnswerWindow - SettleDelay,
            MaxExtraLag = SettleDelay - ApplyLag,
            RetryAfter = _dice.OneOf(Second, 5 * Second, 40 * Second),
            DripTime = _dice.OneOf(Second / 10, Second, 20 * Second),
            [SandboxFault.ExtraLag] = 0.5,
            [SandboxFault.ThrottleCycle] = _dice.Chance(0.25) ? 0.05 : 0,
        };
        if (_dice.Chance(0.3))
        {
            faults.AppliesTo = SandboxFaultTargets.Writes;
        }

        // Three kinds that this history is about, and a little of everything.
        var share = _dice.OneOf(0.005, 0.01, 0.02);
        foreach (var fault in Common)
        {
            faults[fault] = share;
        }

        for (var i = 0; i < 3; i++)
        {
            faults[_dice.OneOf<SandboxFault>(Common)] = _dice.OneOf(0.05, 0.1, 0.15);
        }

        return faults;
    }

    private IEnumerable<PlannedOperation> PlanCard(int card)
    {
        var span = _dice.OneOf(Second / 10, 10 * Second, 60 * Second);
        var count = _dice.From(2, 12);
        for (var i = 1; i <= count; i++)
        {
            var points = _dice.From(1, 100) * (_dice.Chance(0.4) ? -1 : 1);
            yield return new PlannedOperation(
                string.Create(CultureInfo.InvariantCulture, $"C{card}-{i}"),
                string.Create(CultureInfo.InvariantCulture, $"C{card}"),
                points,
                _dice.UpTo(span),
                _dice.OneOf(5 * Second, 30 * Second, 600 * Second),
                _dice.Chance(0.2) ? _dice.UpTo(_dice.OneOf(Second / 100, Second, 10 * Second, 60 * Second)) : null,
                _dice.Chance(0.5) ? _dice.UpTo(30 * Second) : null,
                _dice.OneOf(5 * Second, 30 * Second, 600 * Second),
                _dice.Chance(0.5),
                OpeningPoints > 50 && _dice.Chance(0.05) ? (_dice.Chance(0.5) ? -points : points * 2) : null);
        }
    }
}
