using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that move from one or more cards to another: all of them or none.</summary>
internal sealed class TransferEffect(Card destination, IReadOnlyList<TransferItem> items, string requestId, EffectTiming timing)
    : QueuedEffect(requestId, timing)
{
    public override void ChangeExpectations(int sign)
    {
        foreach (var item in items)
        {
            item.Source.Queued -= sign * item.Points;
            destination.Queued += sign * item.Points;
        }
    }

    public override bool TryApply(LedgerWriter writer)
    {
        if (items.GroupBy(item => item.Source).Any(group => group.Sum(item => item.Points) > group.Key.Balance))
        {
            return false;
        }

        foreach (var item in items)
        {
            Apply(item, writer);
        }

        return true;
    }

    private void Apply(TransferItem item, LedgerWriter writer)
    {
        item.Source.Remove(item.Points, writer.Now);
        var outgoing = writer.CreateTransaction(item.Source, TransactionType.TransferOut, -item.Points) with
        {
            SourceId = item.SourceId,
            Reason = item.Reason,
            Source = "API",
            OtherCard = destination,
        };

        // The points expire by the rule of the campaign that they move to, counted from today (documented).
        writer.AddPoints(destination, item.Points, Expiration.ByProgramRules);
        var incoming = writer.CreateAdjacentTransaction(destination, TransactionType.TransferIn, item.Points) with
        {
            SourceId = item.SourceId,
            Reason = item.Reason,
            Source = "API",
            OtherCard = item.Source,
            RelatedId = outgoing.Id,
        };
        Record(writer, outgoing with { RelatedId = incoming.Id });
        Record(writer, incoming);
    }
}
