using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>
/// Lists, creates, changes and deletes earning rules. Every kind is stored. Only rules for paid orders earn points, because the events of
/// the others reach the service through other APIs.
/// </summary>
internal sealed class EarningRuleHandler(ResourceLocator locator, V1Store store)
{
    private static readonly SortQuery<StoredRule> Sorting = new(newestFirst: false);

    private readonly ItemLocator<StoredRule> _rules =
        new(locator, "earning_rule", "earningRuleId", static campaign => campaign.EarningRules);

    private readonly EarningRuleReader _reader = new(store);

    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal)
            || !Sorting.TrySort(call, campaign.EarningRules, out var rules, out refusal))
        {
            return refusal;
        }

        return page.Respond(rules, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    /// <summary>Creates all rules of the request or none (assumed).</summary>
    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObjects(call, out var items, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal)
            || !_reader.TryReadNew(call, campaign, items, out var rules, out refusal))
        {
            return refusal;
        }

        campaign.EarningRules.AddRange(rules);
        return JsonResponse.Array(rules, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    public SandboxResponse Get(SandboxCall call) => Change(call, static _ => { });

    public SandboxResponse Update(SandboxCall call) => EarningRuleReader.TryReadUpdate(call, out var changes, out var refusal)
        ? Change(call, rule =>
        {
            changes.ApplyTo(rule);
            rule.UpdatedAt = call.Now;
        })
        : refusal;

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!_rules.TryFind(call, out var campaign, out var rule, out var refusal))
        {
            return refusal;
        }

        campaign.EarningRules.Remove(rule);
        return SandboxResponse.Empty(204);
    }

    public SandboxResponse Enable(SandboxCall call) => Activate(call, isActive: true);

    public SandboxResponse Disable(SandboxCall call) => Activate(call, isActive: false);

    // A repetition changes nothing and is not an error (assumed).
    private SandboxResponse Activate(SandboxCall call, bool isActive) => Change(call, rule =>
        (rule.IsActive, rule.UpdatedAt) = (isActive, call.Now));

    private SandboxResponse Change(SandboxCall call, Action<StoredRule> change)
    {
        if (!_rules.TryFind(call, out var campaign, out var rule, out var refusal))
        {
            return refusal;
        }

        change(rule);
        return JsonResponse.Object(writer => EarningRuleJson.Write(writer, rule, campaign));
    }
}
