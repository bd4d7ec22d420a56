using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Records purchases. The piece is taken from the stock at once, and the reward is given when the purchase is approved.</summary>
internal sealed class PurchaseRecorder(
    TimedIds ids, CardLedger ledger, SpendingLimits limits, RewardPurchases purchases, PurchaseEnd end)
{
    // Assumed.
    private const string Reason = "Reward purchase";

    public RewardPurchase Record(PurchaseQuote quote, SandboxCall call)
    {
        var note = RecordedReason.OfService(Reason, call);
        var purchase = new RewardPurchase(ids.Next("lrtx_", call.Now), quote) { Reason = note.Reason };
        quote.Reserve();
        purchases.Add(purchase);
        purchase.Movement = ledger.Record(
            quote.Card, PurchaseMovement.Create(purchase, limits), note, call, now => end.Run(purchase, now));
        return purchase;
    }
}
