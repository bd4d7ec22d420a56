using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists the cards of a campaign, and gives them to customers.</summary>
internal sealed class MembershipHandler(ResourceLocator members, CardRegistry register, CustomerRegistry customers, CardIssuer maker)
{
    /// <summary>All cards of the campaign, also those that nobody has (A), newest first (D).</summary>
    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !DateRange.TryRead(call, "created_at", out var created, out refusal)
            || !DateRange.TryRead(call, "updated_at", out var updated, out refusal)
            || !members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var query = call.Target.Query;
        var ids = query.Pairs.Where(pair => pair.Key is "ids").Select(pair => pair.Value).ToHashSet(StringComparer.Ordinal);
        var holder = query.Find("customer");
        var cards = register.CardsOf(campaign)
            .Where(card => query.Find("code") is not { } code || string.Equals(card.Code, code, StringComparison.Ordinal))
            .Where(card => ids.Count == 0 || ids.Contains(card.Id))
            .Where(card => holder is null || (card.HolderId is not null && (string.Equals(card.HolderId, holder, StringComparison.Ordinal) || customers.Find(holder)?.Id == card.HolderId)))
            .Where(card => created(card.CreatedAt) && updated(card.UpdatedAt ?? card.CreatedAt));
        return SortQuery.TrySort(call, cards, SortQuery.NewestFirst, out var sorted, out refusal, static card => card.Code)
            ? ListResponse.Numbered(page.Run(sorted), sorted.Count, static (writer, card) => MemberJson.Write(writer, card), "vouchers")
            : refusal;
    }

    public SandboxResponse Add(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal))
        {
            return refusal;
        }

        if (!CustomerReader.TryRead(root, out var ids, out var about, out var problem) || !JsonBody.TryReadText(root, "voucher", out var code, out problem))
        {
            return Errors.InvalidPayload(call, problem!);
        }

        if (!members.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var known = customers.Find(ids.Id) ?? customers.Find(ids.SourceId);
        var (card, isNew, error) = code is null ? Pick(call, campaign, known) : Find(call, campaign, code);
        if (card is null)
        {
            return error!;
        }

        if (isNew)
        {
            maker.Give(card, CustomerReader.FindOrAdd(customers, ids, about), call.Id, call.Now);
        }

        return JsonResponse.Of(200, writer => MemberJson.Write(writer, card));
    }

    // D: a customer joins a loyalty program once; A: a second time answers the card of the first.
    private (Card? Card, bool IsNew, SandboxResponse? Error) Pick(SandboxCall call, Campaign campaign, Customer? customer)
    {
        if (customer is not null && register.CardsOf(campaign).FirstOrDefault(card => card.HolderId == customer.Id) is { } own)
        {
            return (own, false, null);
        }

        return maker.FindFree(campaign, call.Now) is { } free ? (free, true, null) : (null, false, Errors.NoVoucherSuitable(call));
    }

    private (Card? Card, bool IsNew, SandboxResponse? Error) Find(SandboxCall call, Campaign campaign, string code)
    {
        if (!members.TryFindByCode(code, out var card) || card.Campaign != campaign)
        {
            return (null, false, Errors.ResourceNotFound(call, "voucher", code));
        }

        return card.HolderId is null ? (card, true, null) : (null, false, Errors.AlreadyPublished(call, card.Id));
    }
}
