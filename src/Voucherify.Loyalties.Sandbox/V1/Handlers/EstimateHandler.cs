using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>
/// Estimates what an order would earn by the rules for paid orders (documented): fixed points, and points for the amount of the
/// order. A rule of another kind makes the whole estimate 501, because a number without its points would be too low.
/// </summary>
internal sealed class EstimateHandler(ResourceLocator locator, V1Store store)
{
    private readonly EstimateReader _reader = new(store);

    public SandboxResponse Estimate(SandboxCall call)
    {
        if (!_reader.TryRead(call, out var customer, out var amount, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var card = customer.FindCard(store, campaign);
        return Refuse(call, campaign, card) ?? Describe(campaign, store.Orders.Estimate(campaign, card, amount, call.Id));
    }

    private static SandboxResponse? Refuse(SandboxCall call, Campaign campaign, Card? card)
    {
        if (!campaign.IsActive(call.Now))
        {
            return Errors.CampaignNotActive(call, campaign.Name);
        }

        if (card is { IsActive: false })
        {
            return Errors.LoyaltyCardNotActive(call, card.Code);
        }

        if (card is null && !campaign.IsAutoJoin)
        {
            return Errors.CampaignNotAllowAutoJoin(call, campaign.Name);
        }

        return Earnings.FindUnsupported(campaign, call.Now) is { } feature ? Errors.NotSupported(call, feature, status: 501) : null;
    }

    private static SandboxResponse Describe(Campaign campaign, long points) => JsonResponse.Object(writer =>
    {
        writer.WriteObject("campaign", inner => CampaignJson.WriteReference(inner, campaign));
        writer.WriteNumber("points_estimation", points);
    });
}
