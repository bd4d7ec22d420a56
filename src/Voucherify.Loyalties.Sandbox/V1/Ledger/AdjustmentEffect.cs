namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that are added to a card or removed.</summary>
internal sealed class AdjustmentEffect(Card card, Adjustment adjustment, string requestId, DateTimeOffset dueAt)
    : QueuedEffect(requestId, dueAt)
{
    public override void Expect(int sign) => card.Queued += sign * adjustment.Points;

    public override bool TryApply(LedgerWriter book)
    {
        var points = adjustment.Points;
        if (card.Balance + points < 0)
        {
            return false;
        }

        if (points > 0)
        {
            book.Add(card, points, adjustment.Expiration);
        }
        else
        {
            card.Remove(-points, book.Now);
        }

        book.Record(book.Describe(card, points > 0 ? TransactionType.Addition : TransactionType.Removal, points) with
        {
            SourceId = adjustment.SourceId,
            Reason = adjustment.Reason,
            Source = "API",
        }, RequestId);
        return true;
    }
}
