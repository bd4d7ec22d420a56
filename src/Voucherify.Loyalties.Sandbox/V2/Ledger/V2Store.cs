using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>The state of the v2 API, with everything that changes it.</summary>
internal sealed class V2Store : ITimeline
{
    private readonly WorkQueue _work = new();

    public V2Store(LoyaltySandboxOptions options, IdGenerator ids, ProjectCalendar calendar, CardJournal journal, Shop shop)
    {
        Ids = new TimedIds(options.Seed);
        Calendar = calendar;
        Shop = shop;
        Configuration = new ProgramCatalog(Ids);
        Parts = new LedgerParts(options, _work, Ids, calendar, journal);
        Members = new MemberRegistry(Ids, ids, Parts.Tiers, options.V2.CodeLag);
        Points = new PointSources(options.V2, Parts, Members, Configuration, calendar);
        Spending = new MemberSpending(Parts, Ids, ids, calendar, shop);
    }

    public TimedIds Ids { get; }

    public ProjectCalendar Calendar { get; }

    public Shop Shop { get; }

    public CustomerRegistry Customers => Shop.Customers;

    public ProgramCatalog Configuration { get; }

    public MemberRegistry Members { get; }

    public LedgerParts Parts { get; }

    public PointSources Points { get; }

    public MemberSpending Spending { get; }

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
