using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Lists the cards of a campaign, even those without a holder (assumed), newest first (documented).</summary>
internal sealed class MemberListHandler(ResourceLocator locator, V1Store store)
{
    private static readonly SortQuery<Card> Sorting = new(newestFirst: true) { Code = static card => card.Code };

    public SandboxResponse List(SandboxCall call)
    {
        if (!PageQuery.TryParse(call, out var page, out var refusal)
            || !DateRange.TryRead(call, "created_at", out var created, out refusal)
            || !DateRange.TryRead(call, "updated_at", out var updated, out refusal)
            || !locator.TryFindCampaign(call, out var campaign, out refusal))
        {
            return refusal;
        }

        var ids = call.QueryAll("ids").ToHashSet(StringComparer.Ordinal);
        var cards = store.Registry.CardsOf(campaign)
            .Where(card => call.Query("code") is not { } code || string.Equals(card.Code, code, StringComparison.Ordinal))
            .Where(card => ids.Count == 0 || ids.Contains(card.Id))
            .Where(card => call.Query("customer") is not { } customer || IsHeldBy(card, customer))
            .Where(card => created.Contains(card.CreatedAt) && updated.Contains(card.UpdatedAt ?? card.CreatedAt));
        return Sorting.TrySort(call, cards, out var sorted, out refusal)
            ? page.Respond(sorted, static (writer, card) => MemberJson.Write(writer, card), "vouchers")
            : refusal;
    }

    private bool IsHeldBy(Card card, string customer) => card.HolderId is { } holderId
        && (string.Equals(holderId, customer, StringComparison.Ordinal) || store.Customers.Find(customer)?.Id == holderId);
}
