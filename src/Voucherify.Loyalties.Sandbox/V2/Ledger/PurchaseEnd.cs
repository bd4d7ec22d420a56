namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>What happens once a purchase is approved or rejected.</summary>
internal sealed class PurchaseEnd(RewardGiver giver)
{
    public void Run(RewardPurchase purchase, DateTimeOffset now)
    {
        var assignment = purchase.Quote.Assignment;
        if (purchase.Movement.Rejection is not null)
        {
            assignment.Take(-1);
            return;
        }

        assignment.Redeemed++;
        purchase.Fulfilment = giver.Give(purchase, now);
    }
}
