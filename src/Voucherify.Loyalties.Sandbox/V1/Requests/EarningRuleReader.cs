using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the bodies that create and change earning rules.</summary>
internal sealed class EarningRuleReader(V1Store store)
{
    private const string AnyTier = "__ANY__";
    private const int MaxPendingDays = 90;

    /// <summary>Reads new rules: all of them or none (assumed).</summary>
    public bool TryReadNew(
        SandboxCall call,
        Campaign campaign,
        IReadOnlyList<JsonElement> items,
        [NotNullWhen(true)] out List<StoredRule>? rules,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (rules, refusal) = (null, null);
        var read = new List<StoredRule>();
        foreach (var item in items)
        {
            if (!TryReadNew(call, campaign, item, out var rule, out refusal))
            {
                return false;
            }

            read.Add(rule);
        }

        rules = read;
        return true;
    }

    /// <summary>Reads an update, or refuses it.</summary>
    public static bool TryReadUpdate(
        SandboxCall call,
        [NotNullWhen(true)] out EarningRuleChanges? changes,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        changes = null;
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        refusal = TryReadParts(root, isNew: false, out changes, out var problem) ? null : Errors.InvalidPayload(call, problem!);
        return changes is not null;
    }

    private bool TryReadNew(
        SandboxCall call,
        Campaign campaign,
        JsonElement item,
        [NotNullWhen(true)] out StoredRule? rule,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (rule, refusal) = (null, null);
        if (!TryReadParts(item, isNew: true, out var changes, out var problem)
            || !JsonBody.TryReadString(item, "event", out var trigger, out problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
        }
        else if (string.IsNullOrEmpty(trigger))
        {
            refusal = Errors.InvalidPayload(call, JsonBody.MissingProperty("event"));
        }
        else if (FindUnknownTier(campaign, item) is { } tier)
        {
            refusal = Errors.ResourceNotFound(call, "loyalty_tier", tier);
        }
        else
        {
            var ids = store.Ids;
            rule = new StoredRule(ids.NextEarningRuleId(), ids.NextAutomationId(), trigger, call.Now) { Formula = changes.Formula! };
            rule.Properties.Merge(item);
            changes.ApplyTo(rule);
        }

        return rule is not null;
    }

    private static bool TryReadParts(
        JsonElement item,
        bool isNew,
        [NotNullWhen(true)] out EarningRuleChanges? changes,
        out string? problem)
    {
        (changes, problem) = (null, null);
        PointsFormula? formula = null;
        var hasFormula = isNew || item.TryGetProperty("loyalty", out _);
        if ((hasFormula && !PointsFormula.TryRead(item, out formula, out problem))
            || !ScheduleReader.TryCheckDates(item, out problem)
            || !ScheduleReader.TryReadExpiration(item, out var expiration, out problem)
            || !TryReadPendingDays(item, out var days, out problem))
        {
            return false;
        }

        changes = new EarningRuleChanges
        {
            Body = item,
            Formula = formula,
            HasExpiration = item.TryGetProperty("expiration_rules", out _),
            Expiration = expiration,
            HasPendingDays = item.TryGetProperty("pending_points", out _),
            PendingDays = days,
            IsActive = JsonBody.FindBoolean(item, "active"),
        };
        return true;
    }

    // 1 to 90 days. Null means that points are no longer pending (documented).
    private static bool TryReadPendingDays(JsonElement item, out int? days, out string? problem)
    {
        (days, problem) = (null, null);
        if (!item.TryGetProperty("pending_points", out var pending) || pending.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (pending.ValueKind == JsonValueKind.Object
            && JsonBody.FindString(pending, "period_type") is "DAY" or null
            && pending.TryGetProperty("period_value", out var value)
            && JsonInteger.TryRead(value, out var number)
            && number is >= 1 and <= MaxPendingDays)
        {
            days = (int)number;
            return true;
        }

        problem = "Property .pending_points is invalid";
        return false;
    }

    private static string? FindUnknownTier(Campaign campaign, JsonElement item) =>
        JsonBody.TryFindObject(item, "loyalty_tier", out var json)
        && JsonBody.FindString(json, "id") is { } id and not AnyTier
        && !campaign.Tiers.Exists(tier => string.Equals(tier.Id, id, StringComparison.Ordinal))
            ? id
            : null;
}
