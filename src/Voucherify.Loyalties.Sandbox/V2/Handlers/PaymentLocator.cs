using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Requests;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Finds the card and the order of a payment, and refuses a member who cannot pay.</summary>
internal sealed class PaymentLocator(V2Store store, V2Locator locator)
{
    public bool TryFind(
        SandboxCall call,
        PaymentRequest request,
        [NotNullWhen(true)] out LoyaltyCard? card,
        [NotNullWhen(true)] out ShopOrder? order,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (card, order) = (null, null);
        if (!locator.TryFindMember(call, out var member, out refusal))
        {
            return false;
        }

        card = member.Cards.Find(candidate => string.Equals(candidate.Id, request.CardId, StringComparison.Ordinal));
        var id = request.OrderId ?? request.OrderSourceId!;
        order = store.Shop.Orders.Find(id) is { } found && (request.OrderId is null ? found.SourceId : found.Id) == id ? found : null;
        refusal = card is null ? Errors.ResourceNotFound(call, "card", request.CardId)
            : order is null ? Errors.ResourceNotFound(call, "order", id)
            : V2Errors.RefuseUnusable(call, member);
        return card is not null && order is not null && refusal is null;
    }
}
