using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyApi.Credits;

/// <summary>
/// Credits each order once, also after a restart: the call looks for the order in the card's transactions and sends only if it is absent.
/// One gap remains. If the process crashes between the send and its effect, and the order is posted again within those seconds, the new
/// process does not know of the send and may credit the order twice. An outbox closes it: a table that is written before the call, and
/// that tells the next process what may have been sent.
/// </summary>
internal sealed class OrderCredits(ILoyaltyClient client)
{
    public async Task<CreditedOrder> CreditAsync(string orderId, Credit credit)
    {
        var request = new AdjustBalanceRequest { Points = credit.Points, Reason = $"Order {orderId}", SourceId = orderId };
        var result = await client.V1.Members.AdjustBalanceOnceAsync(credit.Card, request);
        return new CreditedOrder(orderId, credit.Card, credit.Points, result.Balance);
    }
}
