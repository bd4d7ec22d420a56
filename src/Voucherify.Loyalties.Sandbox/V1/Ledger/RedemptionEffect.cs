using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that are spent on a reward.</summary>
internal sealed class RedemptionEffect(Card card, StoredRedemption redemption, string requestId, EffectTiming timing)
    : QueuedEffect(requestId, timing)
{
    private readonly long _price = redemption.Reward.Points;

    public override void ChangeExpectations(int sign)
    {
        var (points, quantity) = card.QueuedRedemptions;
        card.Queued -= sign * _price;
        card.QueuedRedemptions = (points + (sign * _price), quantity + sign);
    }

    public override bool TryApply(LedgerWriter writer)
    {
        if (card.Balance < _price)
        {
            return false;
        }

        card.Redeem(_price, writer.Now);

        // Without source, source_id and reason, as documented and in the examples.
        var transaction = writer.CreateTransaction(card, TransactionType.Redemption, -_price);
        Record(writer, transaction with { Redemption = redemption });
        return true;
    }
}
