using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Adds members to campaigns, by giving cards to customers.</summary>
internal sealed class MembershipHandler(ResourceLocator locator, V1Store store)
{
    public SandboxResponse Add(SandboxCall call)
    {
        if (!MembershipReader.TryRead(call, out var customer, out var code, out var refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var (card, isNew, error) = code is null ? Pick(call, campaign, customer) : Find(call, campaign, code);
        if (card is null)
        {
            return error!;
        }

        if (isNew)
        {
            store.Issuer.Give(card, customer.FindOrAdd(store.Customers, call.Now).Id, call.Id, call.Now);
        }

        return JsonResponse.Object(writer => MemberJson.Write(writer, card));
    }

    // A customer joins a loyalty program once (documented). The second time, the response has the card of the first (assumed).
    private (Card? Card, bool IsNew, SandboxResponse? Error) Pick(SandboxCall call, Campaign campaign, CustomerReference customer)
    {
        if (store.Registry.FindCardOf(campaign, customer.Find(store.Customers)?.Id) is { } own)
        {
            return (own, false, null);
        }

        return store.Issuer.FindFree(campaign, call.Now) is { } free
            ? (free, true, null)
            : (null, false, Errors.NoVoucherSuitable(call));
    }

    private (Card? Card, bool IsNew, SandboxResponse? Error) Find(SandboxCall call, Campaign campaign, string code)
    {
        if (!locator.TryFindCard(call, code, campaign, out var card, out var refusal))
        {
            return (null, false, refusal);
        }

        return card.HolderId is null ? (card, true, null) : (null, false, Errors.AlreadyPublished(call, card.Id));
    }
}
