using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Everything that moves points: adjustments, buckets that end, and earning rules.</summary>
internal sealed class PointSources
{
    public PointSources(
        SandboxV2Options options,
        LedgerParts parts,
        MemberRegistry members,
        ProgramCatalog configuration,
        ProjectCalendar calendar)
    {
        Adjustments = new CardAdjustments(options, parts.Buckets, parts.Ledger);
        Buckets = new BucketActions(parts.Ledger, parts.Buckets, options.BucketChange);
        Earnings = new EarningParts(options.EarningRounding, parts, members, configuration, calendar);
    }

    public CardAdjustments Adjustments { get; }

    public BucketActions Buckets { get; }

    public EarningParts Earnings { get; }
}
