using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Finds the card that a route names, with or without its campaign, and the campaign alone.</summary>
internal sealed class ResourceLocator(CardRegistry register)
{
    public bool TryFind(SandboxCall call, [NotNullWhen(true)] out Card? card, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (card, refusal) = (null, null);
        Campaign? campaign = null;
        if (call.RouteValues.ContainsKey("campaignId") && !TryFindCampaign(call, out campaign, out refusal))
        {
            return false;
        }

        // A card of another campaign is not found either (A).
        var code = call.RouteValues["memberId"];
        if (register.TryFindCard(code, out card) && (campaign is null || campaign == card.Campaign))
        {
            return true;
        }

        refusal = Errors.ResourceNotFound(call, "voucher", code);
        return false;
    }

    public bool TryFindCampaign(
        SandboxCall call,
        [NotNullWhen(true)] out Campaign? campaign,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        var idOrName = call.RouteValues["campaignId"];
        campaign = register.FindCampaign(idOrName);
        refusal = campaign is null ? Errors.ResourceNotFound(call, "campaign", idOrName) : null;
        return campaign is not null;
    }

    public bool TryFindByCode(string code, [NotNullWhen(true)] out Card? card) => register.TryFindCard(code, out card);
}
