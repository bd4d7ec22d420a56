using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>The state of the v1 API, with everything that changes it.</summary>
internal sealed class V1Store : ITimeline
{
    public V1Store(V1Project project, IdGenerator ids, ProjectCalendar calendar, JournalWriter journal, CustomerRegistry customers)
    {
        var activities = new ActivityLog(ids, project.AppId);
        Ids = ids;
        Calendar = calendar;
        Registry = new CardRegistry(ids);
        Customers = customers;
        Writer = new LedgerWriter(calendar, ids, journal, activities, project.ListLag);
        Rewards = new RewardCatalog(Writer.Tiers);
        Issuer = new CardIssuer(Registry, ids, Writer, activities);
        Pending = new PendingLedger(calendar, ids, Writer, journal, activities);
        Orders = new OrderLedger(new OrderFactory(ids, project.AppId), Writer, Pending);
        Points = new PointsLedger(Registry, Writer, Pending);
    }

    public IdGenerator Ids { get; }

    public ProjectCalendar Calendar { get; }

    public CardRegistry Registry { get; }

    public CustomerRegistry Customers { get; }

    public LedgerWriter Writer { get; }

    public RewardCatalog Rewards { get; }

    public CardIssuer Issuer { get; }

    public PendingLedger Pending { get; }

    public OrderLedger Orders { get; }

    public PointsLedger Points { get; }

    /// <summary>How many accepted effects could not be applied.</summary>
    public int DroppedEffects => Points.Dropped;

    public DateTimeOffset NextDue => Points.NextDue;

    public void AdvanceTo(DateTimeOffset now) => Points.AdvanceTo(now);
}
