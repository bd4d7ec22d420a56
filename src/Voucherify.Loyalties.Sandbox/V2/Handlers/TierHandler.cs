using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates, lists, changes and deletes the tiers of tier structures.</summary>
internal sealed class TierHandler(ProgramCatalog configuration, ListResponder lists)
{
    private static readonly ListSchema<ConfigResource> Schema = ConfigSchema.Create(ResourceKinds.Tier);

    public SandboxResponse Create(SandboxCall call)
    {
        if (!ConfigReader.TryReadNew(call, ResourceKinds.Tier, more: [], out var root, out var refusal)
            || !TryFindStructure(call, out var structure, out refusal))
        {
            return refusal;
        }

        if (structure.Tiers.Count >= TierStructure.MaxTiers)
        {
            return ConfigErrors.LimitExceeded(call, "tiers_per_tier_structure_limit_exceeded");
        }

        var id = configuration.Ids.Next(ResourceKinds.Tier.IdPrefix, call.Now);
        var tier = new TierDefinition(id, JsonBody.FindString(root, "name")!, call.Now, structure);
        ConfigReader.Apply(root, tier, new NestedIds(configuration.Ids, call.Now));
        structure.Tiers.Add(tier);
        return ConfigJson.Respond(tier);
    }

    public SandboxResponse List(SandboxCall call) =>
        lists.Respond<TierStructure, ConfigResource>(call, Schema, TryFindStructure, static structure => structure.Tiers, ConfigJson.Write);

    public SandboxResponse Update(SandboxCall call)
    {
        if (!ConfigReader.TryReadUpdate(call, ResourceKinds.Tier, out var root, out var refusal)
            || !TryFindTier(call, out var structure, out var tier, out refusal))
        {
            return refusal;
        }

        // Like the structure (documented).
        tier.Status = structure.Status;
        if (ConfigReader.FindLocked(root, tier) is { } locked)
        {
            return ConfigErrors.NotChangeable(call, tier, locked);
        }

        ConfigReader.Apply(root, tier, new NestedIds(configuration.Ids, call.Now));
        tier.UpdatedAt = call.Now;
        return ConfigJson.Respond(tier);
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!TryFindTier(call, out var structure, out var tier, out var refusal))
        {
            return refusal;
        }

        structure.Tiers.Remove(tier);
        return ConfigJson.Respond(tier);
    }

    private bool TryFindStructure(
        SandboxCall call,
        [NotNullWhen(true)] out TierStructure? structure,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var id = call.RouteValues[ResourceKinds.TierStructure.IdName];
        structure = configuration.TierStructures.Find(id);
        refusal = structure is null ? Errors.ResourceNotFound(call, ResourceKinds.TierStructure.Type, id) : null;
        return structure is not null;
    }

    private bool TryFindTier(
        SandboxCall call,
        [NotNullWhen(true)] out TierStructure? structure,
        [NotNullWhen(true)] out TierDefinition? tier,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        tier = null;
        if (!TryFindStructure(call, out structure, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["tierId"];
        tier = structure.Tiers.Find(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        refusal = tier is null ? Errors.ResourceNotFound(call, ResourceKinds.Tier.Type, id) : null;
        return tier is not null;
    }
}
