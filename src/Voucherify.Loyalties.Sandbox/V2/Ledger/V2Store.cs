using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;
using Voucherify.Loyalties.Sandbox.V2.Programs;

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
        Members = new MemberRegistry(Ids, ids);
        Parts = new LedgerParts(options, _work, Ids, calendar, journal);
        Adjustments = new CardAdjustments(options.V2, Parts.Buckets, Parts.Ledger, Parts.Tiers);
        Calculator = new EarningCalculator(calendar, options.V2.EarningRounding);
        Earnings = new EarningEngine(Ids, Members, Parts.Ledger, Parts.Buckets, Calculator);
    }

    public TimedIds Ids { get; }

    public ProjectCalendar Calendar { get; }

    public Shop Shop { get; }

    public CustomerRegistry Customers => Shop.Customers;

    public ProgramCatalog Configuration { get; }

    public MemberRegistry Members { get; }

    public LedgerParts Parts { get; }

    public CardAdjustments Adjustments { get; }

    public EarningCalculator Calculator { get; }

    public EarningEngine Earnings { get; }

    public DateTimeOffset NextDue => _work.NextDue;

    /// <summary>Makes a customer a member of a program, with cards that have their first tiers.</summary>
    public Member Join(LoyaltyProgram program, Customer customer, DateTimeOffset now)
    {
        var member = Members.Add(program, customer, now);
        foreach (var card in member.Cards)
        {
            Parts.Tiers.Update(card, now);
        }

        return member;
    }

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
