using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Engine;
using Voucherify.Loyalties.Sandbox.Ledger;

namespace Voucherify.Loyalties.Sandbox.Handlers;

/// <summary>Finds the card that a route names, with or without its campaign.</summary>
internal sealed class MemberLocator(CardRegister register)
{
    public bool TryFind(SandboxCall call, [NotNullWhen(true)] out Card? card, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (card, refusal) = (null, null);
        SandboxCampaign? campaign = null;
        if (call.RouteValues.TryGetValue("campaignId", out var idOrName))
        {
            campaign = register.FindCampaign(idOrName);
            if (campaign is null)
            {
                refusal = Errors.ResourceNotFound(call, "campaign", idOrName);
                return false;
            }
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
}
