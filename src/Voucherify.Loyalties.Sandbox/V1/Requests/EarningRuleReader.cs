using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads and checks what a request says about an earning rule.</summary>
internal static class EarningRuleReader
{
    private const int MostPendingDays = 90;

    /// <summary>What the sandbox acts on.</summary>
    internal sealed record Parts(PointsFormula? Formula, ExpirationRule? Expiration, bool HasExpiration, int? PendingDays, bool HasPendingDays, bool? IsActive);

    /// <summary>Reads the parts, or says what is wrong with them. A part that is not there is null.</summary>
    public static bool TryRead(JsonElement item, bool isNew, out Parts? parts, out string? problem)
    {
        (parts, problem) = (null, null);
        PointsFormula? formula = null;
        var hasFormula = isNew || item.TryGetProperty("loyalty", out _);
        if ((hasFormula && !PointsFormula.TryRead(item.TryGetProperty("loyalty", out var loyalty) ? loyalty : null, out formula, out problem))
            || !CampaignReader.HasGoodDates(item, out problem)
            || !CampaignReader.TryReadRule(item, out var expiration, out problem)
            || !TryReadPending(item, out var days, out problem))
        {
            return false;
        }

        parts = new Parts(
            formula,
            expiration,
            item.TryGetProperty("expiration_rules", out _),
            days,
            item.TryGetProperty("pending_points", out _),
            item.TryGetProperty("active", out var active) && active.ValueKind is JsonValueKind.True or JsonValueKind.False ? active.GetBoolean() : null);
        return true;
    }

    /// <summary>Puts the parts that are there into the rule.</summary>
    public static void Apply(StoredRule rule, Parts parts, JsonElement item)
    {
        rule.Formula = parts.Formula ?? rule.Formula;
        rule.Expiration = parts.HasExpiration ? parts.Expiration : rule.Expiration;
        rule.PendingDays = parts.HasPendingDays ? parts.PendingDays : rule.PendingDays;
        rule.IsActive = parts.IsActive ?? rule.IsActive;
        rule.Members.Merge(item, StoredRule.Changeable);
    }

    // D: 1 to 90 days; null ends them.
    private static bool TryReadPending(JsonElement item, out int? days, out string? problem)
    {
        (days, problem) = (null, null);
        if (!item.TryGetProperty("pending_points", out var pending) || pending.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (pending.ValueKind == JsonValueKind.Object
            && JsonBody.Text(pending, "period_type") is "DAY" or null
            && pending.TryGetProperty("period_value", out var value)
            && JsonInteger.TryRead(value, out var number)
            && number is >= 1 and <= MostPendingDays)
        {
            days = (int)number;
            return true;
        }

        problem = "Property .pending_points is invalid";
        return false;
    }
}
