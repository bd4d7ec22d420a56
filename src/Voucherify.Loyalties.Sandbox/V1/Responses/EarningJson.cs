using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes how the points of a transaction were earned: the order, its payment, the rule and the tier.</summary>
internal static class EarningJson
{
    /// <summary>Writes the part of a transaction's details.</summary>
    public static void WriteDetails(Utf8JsonWriter writer, Transaction transaction)
    {
        if (transaction.Order is { } order)
        {
            writer.WriteObject("order", inner => OrderJson.WriteReference(inner, order));
            writer.WriteObject("event", inner => OrderPaidEventJson.WriteReference(inner, order.Paid));
        }

        if (transaction.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner => EarningRuleJson.WriteReference(inner, rule.Id, rule.Banner));
        }

        if (transaction.Tier is { } tier)
        {
            writer.WriteObject("holder_loyalty_tier", inner => TierJson.WriteReference(inner, tier));
        }
    }

    /// <summary>Writes the part of an activity.</summary>
    public static void WriteActivity(Utf8JsonWriter writer, Transaction transaction, StoredRule rule, Customer? holder)
    {
        var card = transaction.Card;
        CustomerJson.WriteProperty(writer, "holder", card, holder);
        writer.WriteObject("earning_rule", inner => EarningRuleJson.Write(inner, rule, card.Campaign));
        if (transaction.Tier is { } tier)
        {
            writer.WriteObject("loyalty_tier", inner => TierJson.Write(inner, tier, card.Campaign));
        }

        if (transaction.Order is { } order)
        {
            writer.WriteObject("event", inner => OrderPaidEventJson.Write(inner, order.Paid, card));
        }
    }
}
