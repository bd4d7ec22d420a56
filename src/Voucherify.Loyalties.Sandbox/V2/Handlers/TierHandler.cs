using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Creates, changes and deletes the tiers of tier structures.</summary>
internal sealed class TierHandler(ProgramCatalog configuration, TierLocator locator)
{
    public SandboxResponse Create(SandboxCall call)
    {
        if (!ConfigReader.TryReadNew(call, ResourceKinds.Tier, more: [], out var root, out var refusal)
            || !locator.TryFindStructure(call, out var structure, out refusal))
        {
            return refusal;
        }

        if (structure.Tiers.Count >= TierStructure.MaxTiers)
        {
            return ConfigErrors.LimitExceeded(call, "tiers_per_tier_structure_limit_exceeded");
        }

        var tier = configuration.AddTier(structure, JsonBody.FindString(root, "name")!, call.Now);
        ConfigReader.Apply(root, tier, configuration.PartIds(call.Now));
        return ConfigJson.Respond(tier);
    }

    public SandboxResponse Update(SandboxCall call)
    {
        if (!ConfigReader.TryReadUpdate(call, ResourceKinds.Tier, out var root, out var refusal)
            || !locator.TryFindTier(call, out var tier, out refusal))
        {
            return refusal;
        }

        // Like the structure (documented).
        tier.Status = tier.Structure.Status;
        if (ConfigReader.FindLocked(root, tier) is { } locked)
        {
            return ConfigErrors.NotChangeable(call, tier, locked);
        }

        ConfigReader.Apply(root, tier, configuration.PartIds(call.Now));
        tier.UpdatedAt = call.Now;
        return ConfigJson.Respond(tier);
    }

    public SandboxResponse Delete(SandboxCall call)
    {
        if (!locator.TryFindTier(call, out var tier, out var refusal))
        {
            return refusal;
        }

        if (configuration.FindUses(tier).FirstOrDefault() is { } user)
        {
            return ConfigErrors.InUse(call, tier, user);
        }

        tier.Structure.Tiers.Remove(tier);
        return ConfigJson.Respond(tier);
    }
}
