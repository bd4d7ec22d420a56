using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Finds what a route names: a campaign, or a card with or without its campaign.</summary>
internal sealed class ResourceLocator(V1Store store)
{
    /// <summary>Finds the card of the route.</summary>
    public bool TryFindCard(SandboxCall call, [NotNullWhen(true)] out Card? card, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (card, refusal) = (null, null);
        Campaign? campaign = null;
        if (call.RouteValues.ContainsKey("campaignId") && !TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        return TryFindCard(call, call.RouteValues["memberId"], campaign, out card, out refusal);
    }

    /// <summary>Finds a card by its code. A card of another campaign than the given one is not found (assumed).</summary>
    public bool TryFindCard(
        SandboxCall call,
        string code,
        Campaign? campaign,
        [NotNullWhen(true)] out Card? card,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var isFound = store.Registry.TryFindCard(code, out card) && (campaign is null || campaign == card.Campaign);
        card = isFound ? card : null;
        refusal = isFound ? null : Errors.ResourceNotFound(call, "voucher", code);
        return card is not null;
    }

    /// <summary>Finds the campaign of the route, unless the key has no access to it. That every route checks it is assumed.</summary>
    public bool TryFindCampaign(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var idOrName = call.RouteValues["campaignId"];
        campaign = store.Registry.FindCampaign(idOrName);
        refusal = campaign switch
        {
            null => Errors.ResourceNotFound(call, "campaign", idOrName),
            { IsAccessible: false } => Errors.Forbidden(call, "campaign", campaign.Id),
            _ => null,
        };
        return campaign is not null && refusal is null;
    }
}
