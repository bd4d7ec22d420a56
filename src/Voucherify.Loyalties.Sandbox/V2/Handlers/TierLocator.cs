using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Finds tier structures and their tiers.</summary>
internal sealed class TierLocator(ProgramCatalog configuration)
{
    public bool TryFindStructure(
        SandboxCall call,
        [NotNullWhen(true)] out TierStructure? structure,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var id = call.RouteValues[ResourceKinds.TierStructure.IdName];
        structure = configuration.TierStructures.Find(id);
        refusal = structure is null ? Errors.ResourceNotFound(call, ResourceKinds.TierStructure.Type, id) : null;
        return structure is not null;
    }

    public bool TryFindTier(
        SandboxCall call,
        [NotNullWhen(true)] out TierDefinition? tier,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        tier = null;
        if (!TryFindStructure(call, out var structure, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["tierId"];
        tier = structure.Tiers.Find(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        refusal = tier is null ? Errors.ResourceNotFound(call, ResourceKinds.Tier.Type, id) : null;
        return tier is not null;
    }
}
