using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Gives members the points that they earn.</summary>
internal sealed class EarningEngine(
    TimedIds ids, MemberRegistry members, EarningCalculator calculator, EarningRecorder recorder, BenefitGiver benefits)
{
    /// <summary>Gives the customer of a paid order the points.</summary>
    public void EarnFor(ShopOrder order, SandboxCall call)
    {
        if (order.Customer is { } customer)
        {
            Earn(customer, EarningFactsFactory.Of(order), call);
        }
    }

    /// <summary>Gives the customer of a custom event the points.</summary>
    public void EarnFor(ShopEvent tracked, SandboxCall call) =>
        Earn(tracked.Customer, EarningFactsFactory.Of(tracked), call);

    private void Earn(Customer customer, EarningFacts facts, SandboxCall call)
    {
        var eventId = ids.Next("evcus_", call.Now);
        foreach (var member in members.MembershipsOf(customer).Where(member => member.CanEarnAt(call.Now)))
        {
            // Before points are recorded, which count for the limits of the rules.
            var grants = calculator.BenefitsOf(member, facts, call.Now).ToList();
            foreach (var earned in calculator.Of(member, facts, call.Now))
            {
                recorder.Record(earned, eventId, facts.OrderId, call);
            }

            grants.ForEach(grant => benefits.Give(grant, eventId, call.Now));
        }
    }
}
