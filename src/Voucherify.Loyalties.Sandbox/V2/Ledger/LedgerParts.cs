using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Builds what moves points.</summary>
internal sealed class LedgerParts
{
    public LedgerParts(LoyaltySandboxOptions options, WorkQueue work, TimedIds ids, ProjectCalendar calendar, CardJournal journal)
    {
        var days = new DayWatch(work);
        Buckets = new BucketFactory(ids, calendar, days);
        Tiers = new TierTracker(calendar, ids, new TierRetention(calendar, days));
        Ledger = new CardLedger(work, new TransactionFactory(ids, LedgerPolicy.Of(options)), Buckets, journal, Tiers);
        days.OnDay = new DayChange(calendar, Ledger, Buckets, Tiers).Run;
    }

    public BucketFactory Buckets { get; }

    public TierTracker Tiers { get; }

    public CardLedger Ledger { get; }
}
