using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The state of the v2 API, with everything that changes it.</summary>
internal sealed class V2Store : ITimeline
{
    private readonly WorkQueue _work = new();

    public V2Store(
        LoyaltySandboxOptions options,
        IdGenerator ids,
        ProjectCalendar calendar,
        CardJournal journal,
        CustomerRegistry customers)
    {
        Ids = new TimedIds(options.Seed);
        Calendar = calendar;
        Customers = customers;
        Programs = new ProgramRegistry(Ids);
        Members = new MemberRegistry(Ids, ids);
        var buckets = new BucketFactory(Ids, calendar);
        Adjustments = new CardAdjustments(
            options.V2.OverDebit, buckets, new CardLedger(_work, Ids, buckets, journal, LedgerPolicy.Of(options)));
    }

    public TimedIds Ids { get; }

    public ProjectCalendar Calendar { get; }

    public CustomerRegistry Customers { get; }

    public ProgramRegistry Programs { get; }

    public MemberRegistry Members { get; }

    public CardAdjustments Adjustments { get; }

    public DateTimeOffset NextDue => _work.NextDue;

    /// <summary>Adds work that a background job does.</summary>
    public void Schedule(DateTimeOffset due, Action<DateTimeOffset> work) => _work.Add(due, work);

    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextDue <= now)
        {
            _work.DoNext();
        }
    }
}
