using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What members do with their points: they pay orders and buy rewards.</summary>
internal sealed class MemberSpending
{
    public MemberSpending(LedgerParts parts, TimedIds ids, IdGenerator codes, ProjectCalendar calendar, Shop shop)
    {
        var limits = new SpendingLimits(calendar);
        PaymentQuotes = new PaymentCalculator(limits);
        Payments = new OrderPayments(ids, parts.Ledger, new PaymentCheck(shop.Orders, limits));
        Rewards = new RewardTrade(parts, ids, codes, calendar, limits);
    }

    public PaymentCalculator PaymentQuotes { get; }

    public OrderPayments Payments { get; }

    public RewardTrade Rewards { get; }
}
