using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Journal;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The state of the v2 API, with everything that changes it.</summary>
internal sealed class V2Store : ITimeline
{
    private readonly WorkQueue _work = new();

    public V2Store(LoyaltySandboxOptions options, IdGenerator ids, ProjectCalendar calendar, EffectJournal journal, CustomerRegistry customers)
    {
        Ids = new TimedIds(options.Seed);
        Cursors = new CursorStore(Ids, options.V2.CursorLifetime);
        Buckets = new BucketFactory(Ids);
        Calendar = calendar;
        Customers = customers;
        Programs = new ProgramRegistry(Ids);
        Members = new MemberRegistry(Ids, ids);
        var policy = new LedgerPolicy(options.V2.ReasonStorage, options.ListLag);
        Ledger = new CardLedger(_work, Ids, Buckets, new CardJournal(journal), policy);
    }

    public TimedIds Ids { get; }

    public CursorStore Cursors { get; }

    public ProjectCalendar Calendar { get; }

    public CustomerRegistry Customers { get; }

    public ProgramRegistry Programs { get; }

    public MemberRegistry Members { get; }

    public BucketFactory Buckets { get; }

    public CardLedger Ledger { get; }

    public DateTimeOffset NextDue => _work.NextDue;

    /// <summary>Adds work that a background job does.</summary>
    public void Schedule(DateTimeOffset due, Action<DateTimeOffset> work) => _work.Add(due, work);

    /// <summary>Returns when points expire that an adjustment adds to a card now.</summary>
    public (DateOnly? Day, string Type) ExpirationOf(LoyaltyCard card, DateTimeOffset now)
    {
        var rule = card.Definition.Expiration;
        return (rule.LastDay(Calendar.DayOf(now)), rule.Type);
    }

    public void AdvanceTo(DateTimeOffset now)
    {
        while (NextDue <= now)
        {
            _work.DoNext();
        }
    }
}
