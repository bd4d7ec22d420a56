using Voucherify.Loyalties.Sandbox.Journal;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Writes the effects of the v1 API to the journal.</summary>
internal sealed class JournalWriter(EffectJournal journal)
{
    public void Add(Transaction transaction, string? requestId) => journal.Add(new SandboxJournalEntry
    {
        Sequence = journal.NextSequence,
        CardCode = transaction.Card.Code,
        TransactionId = transaction.Id,
        Type = transaction.Type,
        Points = transaction.Points,
        SourceId = transaction.SourceId,
        RequestId = requestId,
        CommittedAt = transaction.CreatedAt,
        BalanceAfter = transaction.Balance,
        ResourceId = transaction.Pending?.Id ?? transaction.Redemption?.Id ?? transaction.Order?.Id,
        PendingPointsChange = -(transaction.Pending?.Points ?? 0),
    });

    /// <summary>Adds a change of pending points, which has no transaction.</summary>
    public void Add(PendingEntry entry, string type, long change, string? requestId, DateTimeOffset now) =>
        journal.Add(new SandboxJournalEntry
        {
            Sequence = journal.NextSequence,
            CardCode = entry.Card.Code,
            Type = type,
            RequestId = requestId,
            CommittedAt = now,
            BalanceAfter = entry.Card.Balance,
            ResourceId = entry.Id,
            PendingPointsChange = change,
        });
}
