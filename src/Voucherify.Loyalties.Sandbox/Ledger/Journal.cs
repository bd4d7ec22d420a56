namespace Voucherify.Loyalties.Sandbox.Ledger;

/// <summary>The committed effects in commit order; entries are only ever added.</summary>
internal sealed class Journal
{
    private readonly List<SandboxJournalEntry> _entries = [];
    private SandboxJournalEntry[]? _snapshot;

    public void Add(Card card, Transaction transaction, string? requestId)
    {
        _entries.Add(new SandboxJournalEntry(
            _entries.Count + 1,
            card.Code,
            transaction.Id,
            transaction.Type,
            transaction.Points,
            transaction.SourceId,
            requestId,
            transaction.CreatedAt));
        _snapshot = null;
    }

    public IReadOnlyList<SandboxJournalEntry> ToSnapshot() => Array.AsReadOnly(_snapshot ??= [.. _entries]);
}
