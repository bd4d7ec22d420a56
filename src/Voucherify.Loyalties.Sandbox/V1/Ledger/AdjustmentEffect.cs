using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that are added to a card or removed from it.</summary>
internal sealed class AdjustmentEffect(Card card, Adjustment adjustment, string requestId, EffectTiming timing)
    : QueuedEffect(requestId, timing)
{
    public override void ChangeExpectations(int sign) => card.Queued += sign * adjustment.Points;

    public override bool TryApply(LedgerWriter writer)
    {
        var points = adjustment.Points;
        if (card.Balance + points < 0)
        {
            return false;
        }

        if (points > 0)
        {
            writer.AddPoints(card, points, adjustment.Expiration);
        }
        else
        {
            card.Remove(-points, writer.Now);
        }

        var type = points > 0 ? TransactionType.Addition : TransactionType.Removal;
        Record(writer, writer.CreateTransaction(card, type, points) with
        {
            SourceId = adjustment.SourceId,
            Reason = adjustment.Reason,
            Source = "API",
        });
        return true;
    }
}
