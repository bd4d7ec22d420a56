using Voucherify.Loyalties.Sandbox.Journal;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Writes the effects of the v2 API to the journal.</summary>
internal sealed class CardJournal(EffectJournal journal)
{
    public void Add(CardTransaction transaction, long pendingBefore, DateTimeOffset now)
    {
        var card = transaction.Card;
        journal.Add(new SandboxJournalEntry
        {
            Sequence = journal.NextSequence,
            CardCode = card.Code,
            CardId = card.Id,
            MemberId = card.Member.Id,
            ProgramId = card.Member.Program.Id,
            TransactionId = transaction.Id,
            Type = transaction.Movement.Type,
            Points = transaction.Movement.Change,
            Reason = transaction.Note.SentReason,
            RequestId = transaction.RequestId,
            RecordedAt = transaction.RecordedAt,
            CommittedAt = now,
            BalanceAfter = card.Counters.Balance,
            ResourceId = transaction.Movement.ResourceId,
            OrderId = transaction.Movement.Links?.OrderId ?? transaction.Note.OrderId,
            OrderTransactionId = transaction.Movement.Links?.OrderTransactionId,
            RewardId = transaction.Movement.Links?.RewardId,
            PurchaseId = transaction.Movement.Links is { } links ? links.Purchase?.RewardTransactionId ?? links.RewardTransactionId : null,
            PendingPointsChange = card.Counters.Pending - pendingBefore,
        });
    }
}
