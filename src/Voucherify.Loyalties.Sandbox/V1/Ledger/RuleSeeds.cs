using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Seeds;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Creates the earning rules of seeds, as requests would create them.</summary>
internal static class RuleSeeds
{
    public static StoredRule Create(IdGenerator ids, RuleSeed seed, DateTimeOffset now)
    {
        var body = JsonBuffer.WriteElement(writer =>
        {
            writer.WriteStartObject();
            writer.WriteObject("loyalty", loyalty => Write(loyalty, seed));
            writer.WriteObject("source", source => source.WriteString("banner", seed.Name));
            writer.WriteEndObject();
        });
        PointsFormula.TryRead(body, out var formula, out _);
        var rule = new StoredRule(ids.NextEarningRuleId(), ids.NextAutomationId(), StoredRule.OrderPaid, now)
        {
            Formula = formula!,
        };
        rule.Properties.Merge(body);
        return rule;
    }

    private static void Write(Utf8JsonWriter writer, RuleSeed seed)
    {
        if (seed.Every is not { } every)
        {
            writer.WriteString("type", "FIXED");
            writer.WriteNumber("points", seed.Points);
            return;
        }

        writer.WriteString("type", "PROPORTIONAL");
        writer.WriteString("calculation_type", "ORDER_AMOUNT");
        writer.WriteObject("order", order => order.WriteObject("amount", amount =>
        {
            amount.WriteNumber("every", every);
            amount.WriteNumber("points", seed.Points);
        }));
    }
}
