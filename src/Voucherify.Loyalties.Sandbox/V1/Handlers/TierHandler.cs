using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists, creates and shows tiers, and says which one a member has.</summary>
internal sealed class TierHandler(ResourceLocator members, TierTracker watch, IdGenerator ids)
{
    /// <summary>There is one page only (D). In the order of creation unless asked otherwise (A).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !members.TryFindCampaign(call, out var campaign, out refusal)
            || !SortQuery.TrySort(call, campaign.Tiers, SortQuery.OldestFirst, out var tiers, out refusal))
        {
            return refusal;
        }

        return ListResponse.Numbered([.. tiers.Take(page.Limit)], tiers.Count, (writer, tier) => TierJson.Write(writer, tier, campaign));
    }

    public SandboxResponse Create(SandboxCall call)
    {
        if (!RequestBody.TryReadObjects(call, out var items, out var refusal))
        {
            return refusal;
        }

        var tiers = new List<Tier>();
        foreach (var item in items)
        {
            if (!TryRead(item, call.Now, out var tier, out var problem))
            {
                return Errors.InvalidPayload(call, problem!);
            }

            tiers.Add(tier);
        }

        if (!members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        campaign.Tiers.AddRange(tiers);
        return JsonResponse.OfArray(200, tiers, (writer, tier) => TierJson.Write(writer, tier, campaign));
    }

    public SandboxResponse Get(SandboxCall call) =>
        TryFind(call, out var campaign, out var tier, out var refusal)
            ? JsonResponse.Of(200, writer => TierJson.Write(writer, tier, campaign))
            : refusal;

    public SandboxResponse ListOfMember(SandboxCall call)
    {
        if (!members.TryFind(call, out var card, out var refusal))
        {
            return refusal;
        }

        Tier[] tiers = watch.Look(card, call.Id) is { } tier ? [tier] : [];
        return ListResponse.Numbered(tiers, tiers.Length, (writer, row) => TierJson.WriteOfMember(writer, row, card));
    }

    /// <summary>The rules whose points the tier changes (A).</summary>
    public SandboxResponse EarningRules(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal) || !TryFind(call, out var campaign, out var tier, out refusal))
        {
            return refusal;
        }

        var rules = campaign.EarningRules.FindAll(rule => tier.Maps(rule.Id));
        return ListResponse.Numbered(page.Run(rules), rules.Count, (writer, rule) => EarningRuleJson.Write(writer, rule, campaign));
    }

    /// <summary>All rewards of the campaign: none can be kept from a tier here (A).</summary>
    public SandboxResponse Rewards(SandboxCall call) =>
        TryFind(call, out var campaign, out _, out var refusal)
            ? ListResponse.Numbered(campaign.Rewards, campaign.Rewards.Count, (writer, row) => RewardJson.WriteOffer(writer, row, campaign, "loyalty_tier_reward"))
            : refusal;

    private bool TryRead(JsonElement item, DateTimeOffset now, [NotNullWhen(true)] out Tier? tier, out string? problem)
    {
        tier = null;
        if (!JsonBody.TryReadText(item, "name", out var name, out problem))
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            problem = "Payload should have required property 'name'";
        }
        else if (!item.TryGetProperty("points", out var points) || points.ValueKind != JsonValueKind.Object)
        {
            problem = "Payload should have required property 'points'";
        }
        else if (TryReadBound(points, "from", out var from, out problem) && TryReadBound(points, "to", out var to, out problem))
        {
            tier = new Tier(ids.NextTierId(), name, from ?? 0, to, now);
            tier.Members.Merge(item);
        }

        return tier is not null;
    }

    private static bool TryReadBound(JsonElement points, string name, out long? bound, out string? problem)
    {
        (bound, problem) = (null, null);
        if (!points.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (JsonInteger.TryRead(value, out var number))
        {
            bound = number;
            return true;
        }

        problem = $"Property .points.{name} must be integer";
        return false;
    }

    private bool TryFind(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(true)] out Tier? tier,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        tier = null;
        if (!members.TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["loyaltyTierId"];
        tier = campaign.Tiers.Find(row => string.Equals(row.Id, id, StringComparison.Ordinal));
        refusal = tier is null ? Errors.ResourceNotFound(call, "loyalty_tier", id) : null;
        return tier is not null;
    }
}
