using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Gives members the points that they earn.</summary>
internal sealed class EarningEngine(
    TimedIds ids,
    MemberRegistry members,
    CardLedger ledger,
    BucketFactory buckets,
    EarningCalculator calculator) : IShopListener
{
    public void OnOrderPaid(ShopOrder order, SandboxCall call)
    {
        if (order.Customer is { } customer)
        {
            Earn(customer, EarningFactsFactory.Of(order), call);
        }
    }

    public void OnCustomEvent(IncomingEvent tracked, SandboxCall call) =>
        Earn(tracked.Customer, EarningFactsFactory.Of(tracked), call);

    private void Earn(Customer customer, EarningFacts facts, SandboxCall call)
    {
        var eventId = ids.Next("evcus_", call.Now);
        foreach (var member in members.MembershipsOf(customer).Where(member => member.CanEarnAt(call.Now)))
        {
            foreach (var earned in calculator.Of(member, facts, call.Now).ToList())
            {
                member.Triggers.Add(earned.Rule.Id, call.Now);
                Record(earned, eventId, call);
            }
        }
    }

    private void Record(Earned earned, string eventId, SandboxCall call)
    {
        var card = earned.Card;
        CardMovement movement = buckets.ActivationOf(card, call.Now) is { } activation
            ? new PendingAdded(earned.Points, activation)
            : new PointsEarned(earned.Points, buckets.ExpirationOf(earned.Expiration ?? card.Definition.Expiration, call.Now));
        var note = new RecordedNote(string.Create(CultureInfo.InvariantCulture, $"{card.Member.Program.Name} / {earned.Rule.Name}"))
        {
            Metadata = JsonBuffer.WriteElement(writer => WriteMetadata(writer, earned, eventId)),
        };
        ledger.Record(card, movement, note, call);
    }

    // The names are documented.
    private static void WriteMetadata(Utf8JsonWriter writer, Earned earned, string eventId)
    {
        writer.WriteStartObject();
        writer.WriteString("event_id", eventId);
        writer.WriteString("member_id", earned.Card.Member.Id);
        writer.WriteString("program_id", earned.Card.Member.Program.Id);
        writer.WriteString("earning_item_id", earned.EarningId);
        writer.WriteString("earning_rule_id", earned.Rule.Id);
        writer.WriteEndObject();
    }
}
