using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists, creates and shows the tiers of campaigns.</summary>
internal sealed class TierHandler(ResourceLocator locator, V1Store store)
{
    private static readonly SortQuery<Tier> Sorting = new(newestFirst: false);

    private readonly ItemLocator<Tier> _tiers = LocatorOf(locator);
    private readonly TierReader _reader = new(store);

    /// <summary>Lists the tiers. There is only one page (documented), in the order of creation by default (assumed).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal)
            || !Sorting.TrySort(call, campaign.Tiers, out var tiers, out refusal))
        {
            return refusal;
        }

        return ListResponse.Of(tiers.Take(page.Limit), tiers.Count, (writer, tier) => TierJson.Write(writer, tier, campaign));
    }

    public SandboxResponse Create(SandboxCall call)
    {
        if (!_reader.TryRead(call, out var tiers, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        campaign.Tiers.AddRange(tiers);
        return JsonResponse.Array(tiers, (writer, tier) => TierJson.Write(writer, tier, campaign));
    }

    public SandboxResponse Get(SandboxCall call) => _tiers.TryFind(call, out var campaign, out var tier, out var refusal)
        ? JsonResponse.Object(writer => TierJson.Write(writer, tier, campaign))
        : refusal;

    /// <summary>Creates the locator of the tier that a route names.</summary>
    public static ItemLocator<Tier> LocatorOf(ResourceLocator locator) =>
        new(locator, "loyalty_tier", "loyaltyTierId", static campaign => campaign.Tiers);
}
