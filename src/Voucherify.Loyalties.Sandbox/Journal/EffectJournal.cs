using System.Collections.ObjectModel;

namespace Voucherify.Loyalties.Sandbox.Journal;

/// <summary>The applied effects in the order in which they were applied. Entries are only ever added.</summary>
internal sealed class EffectJournal
{
    private SandboxJournalEntry[] _entries = new SandboxJournalEntry[16];
    private int _count;

    /// <summary>The sequence number of the next entry.</summary>
    public long NextSequence => _count + 1;

    public void Add(SandboxJournalEntry entry)
    {
        if (_count == _entries.Length)
        {
            Array.Resize(ref _entries, _count * 2);
        }

        _entries[_count] = entry;
        _count++;
    }

    /// <summary>Returns the entries so far, without copying them: later entries lie behind the end of this view.</summary>
    public IReadOnlyList<SandboxJournalEntry> ToSnapshot() =>
        new ReadOnlyCollection<SandboxJournalEntry>(new ArraySegment<SandboxJournalEntry>(_entries, 0, _count));
}
