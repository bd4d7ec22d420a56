using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Journal;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox;

/// <summary>The state of all versions of the API, which share the journal and the customers.</summary>
internal sealed class SandboxLedgers
{
    public SandboxLedgers(LoyaltySandboxOptions options, IdGenerator ids)
    {
        var calendar = new ProjectCalendar(options.TimeZone);
        Shop = new Shop(ids);
        V1 = new V1Store(new V1Project(options.AppId, options.ListLag), ids, calendar, new JournalWriter(Journal), Shop.Customers);
        V2 = new V2Store(options, ids, calendar, new CardJournal(Journal), Shop);
        Shop.Listener = ProgramEvents.Of(V2);
        Timeline = new JoinedTimeline(V1, V2);
    }

    public EffectJournal Journal { get; } = new();

    public Shop Shop { get; }

    public V1Store V1 { get; }

    public V2Store V2 { get; }

    public ITimeline Timeline { get; }
}
