using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Programs;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the tiers of tier structures.</summary>
internal sealed class TierListHandler(TierLocator locator, ListResponder lists)
{
    private static readonly ListSchema<ConfigResource> Schema = ConfigSchema.Create(ResourceKinds.Tier);

    public SandboxResponse List(SandboxCall call) => lists.Respond<TierStructure, ConfigResource>(
        call, Schema, locator.TryFindStructure, static structure => structure.Tiers, ConfigJson.Write);
}
