namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that go from one or more cards to another: all of them or none.</summary>
internal sealed class TransferEffect(Card destination, IReadOnlyList<TransferItem> items, string requestId, DateTimeOffset dueAt)
    : QueuedEffect(requestId, dueAt)
{
    public override void Expect(int sign)
    {
        foreach (var item in items)
        {
            item.Source.Queued -= sign * item.Points;
            destination.Queued += sign * item.Points;
        }
    }

    public override bool TryApply(LedgerWriter book)
    {
        if (items.GroupBy(item => item.Source).Any(group => group.Sum(item => item.Points) > group.Key.Balance))
        {
            return false;
        }

        foreach (var item in items)
        {
            Apply(item, book);
        }

        return true;
    }

    private void Apply(TransferItem item, LedgerWriter book)
    {
        item.Source.Remove(item.Points, book.Now);
        var left = book.Describe(item.Source, TransactionType.TransferOut, -item.Points) with
        {
            SourceId = item.SourceId,
            Reason = item.Reason,
            Source = "API",
            OtherCard = destination,
        };

        // The points get the expiration of the program they arrive in, counted from today (D).
        book.Add(destination, item.Points, Expiration.ByProgramRules);
        var arrived = book.DescribeNeighbour(destination, TransactionType.TransferIn, item.Points) with
        {
            SourceId = item.SourceId,
            Reason = item.Reason,
            Source = "API",
            OtherCard = item.Source,
            RelatedId = left.Id,
        };
        book.Record(left with { RelatedId = arrived.Id }, RequestId);
        book.Record(arrived, RequestId);
    }
}
