using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Gives members the points that they earn.</summary>
internal sealed class EarningEngine(TimedIds ids, MemberRegistry members, EarningCalculator calculator, EarningRecorder recorder)
    : IShopListener
{
    public void OnOrderPaid(ShopOrder order, SandboxCall call)
    {
        if (order.Customer is { } customer)
        {
            Earn(customer, EarningFactsFactory.Of(order), call);
        }
    }

    public void OnCustomEvent(ShopEvent tracked, SandboxCall call) =>
        Earn(tracked.Customer, EarningFactsFactory.Of(tracked), call);

    private void Earn(Customer customer, EarningFacts facts, SandboxCall call)
    {
        var eventId = ids.Next("evcus_", call.Now);
        foreach (var member in members.MembershipsOf(customer).Where(member => member.CanEarnAt(call.Now)))
        {
            foreach (var earned in calculator.Of(member, facts, call.Now))
            {
                recorder.Record(earned, eventId, call);
            }
        }
    }
}
