using Voucherify.Loyalties.Ordering;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The unsettled sends of a client, by card and <c>source_id</c>, for a day. It is bounded: the oldest send goes first. If that one can
/// still be applied, its time remains as the floor: until its window is over, any id that is not remembered may have been sent then.
/// </summary>
internal sealed class SendMemory(TimeProvider time, TimeSpan noAnswerWindow, int capacity = SendMemory.DefaultCapacity)
{
    /// <summary>How many sends are remembered.</summary>
    public const int DefaultCapacity = 10_000;

    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    private readonly object _gate = new();
    private readonly long _begun = time.GetTimestamp();
    private readonly Dictionary<(string Card, string SourceId), LinkedListNode<Entry>> _entries = [];
    private readonly LinkedList<Entry> _byLastSend = new();
    private long? _floor;
    private int _count;

    /// <summary>The number of sends that are remembered.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether nothing is remembered, as in nearly every program.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Called when a send is remembered.</summary>
    public Action Stored { get; init; } = static () => { };

    /// <summary>Remembers a send of each transaction until it is settled.</summary>
    public void Remember(ExpectedTransaction[] transactions, SentRecord sent)
    {
        lock (_gate)
        {
            foreach (var transaction in transactions)
            {
                var key = (transaction.MemoryKey, transaction.SourceId);
                Remove(key);
                _entries[key] = _byLastSend.AddLast(new Entry(key, sent));
                Volatile.Write(ref _count, _entries.Count);
            }

            EvictOldest();
        }

        Stored();
    }

    /// <summary>
    /// Remembers that the sends were not applied, for as long as a caller who reports one of them would have to wait otherwise.
    /// </summary>
    public void MarkAbsent(ExpectedTransaction[] transactions)
    {
        lock (_gate)
        {
            foreach (var transaction in transactions)
            {
                if (EntryOf(transaction) is { } entry)
                {
                    entry.Value = entry.Value with { IsAbsent = true };
                }
            }

            EvictAbsent();
        }
    }

    /// <summary>Forgets what is too old.</summary>
    /// <returns>Whether anything is left.</returns>
    public bool Sweep()
    {
        lock (_gate)
        {
            EvictOldest();
            EvictAbsent();
            return _entries.Count > 0;
        }
    }

    /// <summary>Forgets sends that are settled.</summary>
    public void Forget(ExpectedTransaction[] transactions)
    {
        lock (_gate)
        {
            foreach (var transaction in transactions)
            {
                Remove((transaction.MemoryKey, transaction.SourceId));
            }
        }
    }

    /// <summary>Returns the send that can be applied the longest; null if none can have been made.</summary>
    public SentRecord? Find(ExpectedTransaction[] transactions)
    {
        lock (_gate)
        {
            EvictOldest();
            return transactions.Select(Find).OfType<SentRecord>().MaxBy(sent => sent.EndsAt(time));
        }
    }

    /// <summary>Returns how many cards have a send whose outcome is unknown.</summary>
    public int CountUnresolvedCards()
    {
        lock (_gate)
        {
            return _byLastSend
                .Where(static entry => !entry.IsAbsent)
                .DistinctBy(static entry => entry.Key.Card, StringComparer.Ordinal)
                .Count();
        }
    }

    /// <summary>Refuses a new write whose id belongs to one that this client has sent and whose outcome is unknown.</summary>
    /// <exception cref="LoyaltySourceIdConflictException">It does; nothing was sent.</exception>
    public void RefuseUnresolved<TResponse>(ReconciledCall<TResponse> call)
        where TResponse : class
    {
        if (!IsEmpty && FindUnresolved(call.Expected()) is { } transaction)
        {
            throw SourceIdConflict.Unresolved(transaction.MemberId, transaction.SourceId);
        }
    }

    /// <summary>Whether a send may be unresolved: it is remembered as such, or the memory of it may be gone.</summary>
    public bool MayBeUnresolved(ExpectedTransaction[] transactions)
    {
        lock (_gate)
        {
            EvictOldest();
            return Array.Exists(transactions, one => EntryOf(one) is { } entry ? !entry.Value.IsAbsent : Find(one) is not null);
        }
    }

    private ExpectedTransaction? FindUnresolved(ExpectedTransaction[] transactions)
    {
        lock (_gate)
        {
            EvictOldest();
            return Array.Find(transactions, one => EntryOf(one) is { Value.IsAbsent: false });
        }
    }

    private SentRecord? Find(ExpectedTransaction transaction)
    {
        if (EntryOf(transaction) is { } entry)
        {
            return entry.Value.Sent;
        }

        if (_floor is not { } floor)
        {
            return null;
        }

        // Every send of this client came after the client was created.
        var forgotten = new SentRecord(_begun, floor, noAnswerWindow);
        return forgotten.EndsAt(time) > time.GetTimestamp() ? forgotten : null;
    }

    private LinkedListNode<Entry>? EntryOf(ExpectedTransaction transaction) =>
        _entries.GetValueOrDefault((transaction.MemoryKey, transaction.SourceId));

    private void EvictOldest()
    {
        var now = time.GetTimestamp();
        while (_byLastSend.First is { } oldest
            && (_entries.Count > capacity || time.GetElapsedTime(oldest.Value.Sent.Last, now) > Lifetime))
        {
            Remove(oldest.Value.Key);
            if (!oldest.Value.IsAbsent && oldest.Value.Sent.EndsAt(time) > now)
            {
                _floor = Math.Max(_floor ?? long.MinValue, oldest.Value.Sent.Last);
            }
        }
    }

    private void EvictAbsent()
    {
        var absent = _byLastSend.Where(entry => entry.IsAbsent && time.GetElapsedTime(entry.Sent.Last) >= noAnswerWindow);
        foreach (var entry in absent.ToList())
        {
            Remove(entry.Key);
        }
    }

    private void Remove((string Card, string SourceId) key)
    {
        if (_entries.Remove(key, out var entry))
        {
            _byLastSend.Remove(entry);
            Volatile.Write(ref _count, _entries.Count);
        }
    }

    private sealed record Entry((string Card, string SourceId) Key, SentRecord Sent, bool IsAbsent = false);
}
