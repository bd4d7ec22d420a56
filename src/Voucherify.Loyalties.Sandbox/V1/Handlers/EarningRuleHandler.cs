using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>
/// Lists, creates, changes and deletes earning rules. Every kind is stored; only rules for paid orders ever earn, since the
/// events of the others reach the service through other APIs.
/// </summary>
internal sealed class EarningRuleHandler(ResourceLocator members, IdGenerator ids)
{
    private const string AnyTier = "__ANY__";

    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !members.TryFindCampaign(call, out var campaign, out refusal)
            || !SortQuery.TrySort(call, campaign.EarningRules, SortQuery.OldestFirst, out var rules, out refusal))
        {
            return refusal;
        }

        return ListResponse.Numbered(page.Run(rules), rules.Count, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    /// <summary>All rules of the request or none (A).</summary>
    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObjects(call, out var items, out var refusal) || !members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var rules = new List<StoredRule>();
        foreach (var item in items)
        {
            refusal = Read(call, campaign, item, rules);
            if (refusal is not null)
            {
                return refusal;
            }
        }

        campaign.EarningRules.AddRange(rules);
        return JsonResponse.OfArray(200, rules, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    public SandboxResponse Get(SandboxCall call) => Change(call, static _ => { });

    public SandboxResponse Update(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        return EarningRuleReader.TryRead(root, isNew: false, out var parts, out var problem)
            ? Change(call, rule =>
            {
                EarningRuleReader.Apply(rule, parts!, root);
                rule.UpdatedAt = call.Now;
            })
            : Errors.InvalidPayload(call, problem!);
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!TryFind(call, out var campaign, out var rule, out var refusal))
        {
            return refusal;
        }

        campaign.EarningRules.Remove(rule);
        return SandboxResponse.Empty(204);
    }

    public SandboxResponse Enable(SandboxCall call) => Switch(call, isActive: true);

    public SandboxResponse Disable(SandboxCall call) => Switch(call, isActive: false);

    // A second time changes nothing and is no error (A).
    private SandboxResponse Switch(SandboxCall call, bool isActive) => Change(call, rule =>
        (rule.IsActive, rule.UpdatedAt) = (isActive, call.Now));

    private SandboxResponse Change(SandboxCall call, Action<StoredRule> change)
    {
        if (!TryFind(call, out var campaign, out var rule, out var refusal))
        {
            return refusal;
        }

        change(rule);
        return JsonResponse.Of(200, writer => EarningRuleJson.Write(writer, rule, campaign));
    }

    private SandboxResponse? Read(SandboxCall call, Campaign campaign, JsonElement item, List<StoredRule> rules)
    {
        if (!EarningRuleReader.TryRead(item, isNew: true, out var parts, out var problem) || !JsonBody.TryReadText(item, "event", out var trigger, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (string.IsNullOrEmpty(trigger))
        {
            return Errors.InvalidPayload(call, "Payload should have required property 'event'");
        }

        if (FindTier(item) is { } tier && tier is not AnyTier && !campaign.Tiers.Exists(row => string.Equals(row.Id, tier, StringComparison.Ordinal)))
        {
            return Errors.ResourceNotFound(call, "loyalty_tier", tier);
        }

        var rule = new StoredRule(ids.NextEarningRuleId(), ids.NextAutomationId(), trigger, call.Now) { Formula = parts!.Formula! };
        rule.Members.Merge(item);
        EarningRuleReader.Apply(rule, parts, item);
        rules.Add(rule);
        return null;
    }

    private static string? FindTier(JsonElement item) =>
        item.TryGetProperty("loyalty_tier", out var tier) && tier.ValueKind == JsonValueKind.Object ? JsonBody.Text(tier, "id") : null;

    private bool TryFind(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(true)] out StoredRule? rule,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        rule = null;
        if (!members.TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["earningRuleId"];
        rule = campaign.EarningRules.Find(row => string.Equals(row.Id, id, StringComparison.Ordinal));
        refusal = rule is null ? Errors.ResourceNotFound(call, "earning_rule", id) : null;
        return rule is not null;
    }
}
