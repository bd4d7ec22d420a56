using System.Collections.ObjectModel;

namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>The committed effects in commit order; entries are only ever added.</summary>
internal sealed class Journal
{
    private SandboxJournalEntry[] _entries = new SandboxJournalEntry[16];
    private int _count;

    public void Add(Card card, Transaction transaction, string? requestId)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = new SandboxJournalEntry(
            _count + 1,
            card.Code,
            transaction.Id,
            transaction.Type,
            transaction.Points,
            transaction.SourceId,
            requestId,
            transaction.CreatedAt,
            transaction.Balance);
        _count++;
    }

    /// <summary>What is there now. Without a copy: what is added later stands behind the end of this view.</summary>
    public IReadOnlyList<SandboxJournalEntry> ToSnapshot() =>
        new ReadOnlyCollection<SandboxJournalEntry>(new ArraySegment<SandboxJournalEntry>(_entries, 0, _count));
}
