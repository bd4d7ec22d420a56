using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Builds what gives members points and benefits by rules.</summary>
internal sealed class EarningParts
{
    public EarningParts(
        SandboxEarningRounding rounding,
        LedgerParts parts,
        MemberRegistry members,
        ProgramCatalog configuration,
        ProjectCalendar calendar)
    {
        Calculator = new EarningCalculator(new RuleOpening(calendar), new EarningLimits(calendar), RoundingOf(rounding));
        var recorder = new EarningRecorder(parts.Ledger, parts.Buckets, Orders);
        var benefits = new BenefitGiver(configuration.Ids, configuration.Benefits);
        Engine = new EarningEngine(configuration.Ids, members, Calculator, recorder, benefits);
    }

    public OrderEarnings Orders { get; } = new();

    public EarningCalculator Calculator { get; }

    public EarningEngine Engine { get; }

    private static Func<double, long> RoundingOf(SandboxEarningRounding rounding) => rounding == SandboxEarningRounding.HalfUp
        ? static points => (long)Math.Floor(points + 0.5)
        : static points => (long)Math.Floor(points);
}
