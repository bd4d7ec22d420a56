using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Refunds purchases: the purchase at once, and its points a moment later.</summary>
internal sealed class RewardRefunds(TimedIds ids, CardLedger ledger, BucketFactory buckets)
{
    // Documented.
    private const string Reason = "Manual reward refund";

    private readonly HashSet<string> _ids = new(StringComparer.Ordinal);

    /// <summary>Whether an id is that of a refund.</summary>
    public bool Has(string id) => _ids.Contains(id);

    public RewardRefund Record(RewardPurchase purchase, bool isWrittenOff, SandboxCall call)
    {
        var quote = purchase.Quote;
        var id = ids.Next("lrtx_", call.Now);
        var note = new RecordedNote(Reason);
        var links = new MovementLinks
        {
            RewardId = quote.RewardId,
            RewardTransactionId = id,
            Purchase = (purchase.Id, purchase.Movement.Id),
        };
        _ids.Add(id);
        purchase.Refund(isWrittenOff, call.Now);
        if (purchase.Fulfilment?.Target is { } added)
        {
            ledger.Record(added.Card, new PurchaseReversed(added.Movement.Points, added.Movement.Expiration!.Value, links), note, call);
        }

        var returned = new PointsReturned(quote.Points, buckets.ExpirationOf(quote.Card, call.Now), links);
        return new(id, purchase, ledger.Record(quote.Card, returned, note, call), call.Now);
    }
}
