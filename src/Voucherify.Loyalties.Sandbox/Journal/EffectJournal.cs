using System.Collections.ObjectModel;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.Journal;

/// <summary>The committed effects in commit order; entries are only ever added.</summary>
internal sealed class EffectJournal
{
    private SandboxJournalEntry[] _entries = new SandboxJournalEntry[16];
    private int _count;

    public void Add(Transaction transaction, string? requestId) => Add(new SandboxJournalEntry(
        _count + 1,
        transaction.Card.Code,
        transaction.Id,
        transaction.Type,
        transaction.Points,
        transaction.SourceId,
        requestId,
        transaction.CreatedAt,
        transaction.Balance)
    {
        ResourceId = transaction.Pending?.Id ?? transaction.RedemptionId ?? transaction.Order?.Id,
        PendingPointsChange = -(transaction.Pending?.Points ?? 0),
    });

    /// <summary>Adds a change of pending points, which writes no transaction.</summary>
    public void Add(PendingEntry entry, string type, long change, string? requestId, DateTimeOffset now) => Add(new SandboxJournalEntry(
        _count + 1,
        entry.Card.Code,
        TransactionId: null,
        type,
        Points: 0,
        SourceId: null,
        requestId,
        now,
        entry.Card.Balance)
    {
        ResourceId = entry.Id,
        PendingPointsChange = change,
    });

    /// <summary>What is there now. Without a copy: what is added later stands behind the end of this view.</summary>
    public IReadOnlyList<SandboxJournalEntry> ToSnapshot() =>
        new ReadOnlyCollection<SandboxJournalEntry>(new ArraySegment<SandboxJournalEntry>(_entries, 0, _count));

    private void Add(SandboxJournalEntry entry)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = entry;
        _count++;
    }
}
