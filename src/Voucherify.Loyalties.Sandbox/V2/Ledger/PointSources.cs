using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Everything that moves points: adjustments, buckets that end, and earning rules.</summary>
internal sealed class PointSources
{
    public PointSources(SandboxV2Options options, LedgerParts parts, MemberRegistry members, TimedIds ids, ProjectCalendar calendar)
    {
        Adjustments = new CardAdjustments(options, parts.Buckets, parts.Ledger);
        Buckets = new BucketActions(parts.Ledger, parts.Buckets, options.BucketChange);
        Calculator = new EarningCalculator(new RuleOpening(calendar), new EarningLimits(calendar), RoundingOf(options.EarningRounding));
        Earnings = new EarningEngine(ids, members, Calculator, new EarningRecorder(parts.Ledger, parts.Buckets, OrderEarnings));
    }

    public OrderEarnings OrderEarnings { get; } = new();

    public CardAdjustments Adjustments { get; }

    public BucketActions Buckets { get; }

    public EarningCalculator Calculator { get; }

    public EarningEngine Earnings { get; }

    private static Func<double, long> RoundingOf(SandboxEarningRounding rounding) => rounding == SandboxEarningRounding.HalfUp
        ? static points => (long)Math.Floor(points + 0.5)
        : static points => (long)Math.Floor(points);
}
