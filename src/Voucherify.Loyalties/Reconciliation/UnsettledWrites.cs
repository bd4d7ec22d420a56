using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The writes of a client whose outcome is unknown, or that are made once more. While no call with the id is under way, the client searches
/// for it in the background.
/// </summary>
internal sealed class UnsettledWrites(ClientClock clock) : IDisposable
{
    private readonly object _gate = new();
    private readonly Dictionary<WriteKey, UnsettledWrite> _writes = [];
    private bool _disposed;
    private int _count;

    /// <summary>The number of writes.</summary>
    public int Count => Volatile.Read(ref _count);

    /// <summary>Whether there are none, as in nearly every program.</summary>
    public bool IsEmpty => Count == 0;

    /// <summary>Whether the client was disposed: every write is unknown then, and remains so.</summary>
    public bool IsDisposed
    {
        get
        {
            lock (_gate)
            {
                return _disposed;
            }
        }
    }

    /// <summary>Whether there is a search for an id, in the background or suspended while a call with the id is under way.</summary>
    public bool IsSearchedFor(WriteKey key)
    {
        lock (_gate)
        {
            return _writes.TryGetValue(key, out var write) && write.Search is not null;
        }
    }

    /// <summary>Returns the write with an id, to follow it.</summary>
    public UnsettledWrite Open(WriteKey key)
    {
        lock (_gate)
        {
            return GetOrAdd(key);
        }
    }

    /// <summary>A call with the id begins: it searches itself.</summary>
    /// <returns>What the call hands back when it ends.</returns>
    public UnsettledWrite Begin(WriteKey key)
    {
        CancellationTokenSource? running;
        UnsettledWrite write;
        lock (_gate)
        {
            write = GetOrAdd(key);
            write.Calls++;
            running = TakeRunning(write);
        }

        running?.Cancel();
        return write;
    }

    /// <summary>A call ends, and another one with its id is about to begin.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="begun">What <see cref="Begin"/> returned; null if it was not called.</param>
    /// <param name="search">The search of this call; it continues in the background if the other call learns nothing. May be null.</param>
    public void HandOver(WriteKey key, UnsettledWrite? begun, IBackgroundSearch? search)
    {
        lock (_gate)
        {
            Leave(key, begun, search);
        }
    }

    /// <summary>A call with the id has ended.</summary>
    /// <param name="key">The card and the id.</param>
    /// <param name="begun">What <see cref="Begin"/> returned; null if it was not called, or if the call was handed over.</param>
    /// <param name="outcome">What it knows; null if it has learned nothing.</param>
    /// <param name="search">The search that continues in the background; null if the call has none.</param>
    public void End(WriteKey key, UnsettledWrite? begun, WriteOutcome? outcome, IBackgroundSearch? search)
    {
        List<TaskCompletionSource>? waiting = null;
        lock (_gate)
        {
            if (Leave(key, begun, search) is not { } write)
            {
                return;
            }

            if (outcome is { Kind: WriteOutcomeKind.Applied })
            {
                waiting = Settle(write, outcome);
            }
            else if (write.Calls == 0)
            {
                waiting = EndLast(write, outcome, isNew: search is not null);
            }
        }

        Complete(waiting);
    }

    /// <summary>Waits until the client has ended its search for the write.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task WaitAsync(UnsettledWrite write, CancellationToken cancellationToken)
    {
        TaskCompletionSource signal;
        lock (_gate)
        {
            if (write.Outcome is not null)
            {
                return;
            }

            signal = clock.NewSource();
            write.Waiting.Add(signal);
        }

        try
        {
            await clock.WaitAsync(signal, Timeout.InfiniteTimeSpan, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            lock (_gate)
            {
                write.Waiting.Remove(signal);
            }
        }
    }

    /// <summary>Returns the write that now has the id of a settled one; null if none has.</summary>
    public UnsettledWrite? Successor(UnsettledWrite write)
    {
        lock (_gate)
        {
            return _writes.TryGetValue(write.Key, out var other) && other != write ? other : null;
        }
    }

    /// <summary>Returns the write to follow if its outcome is unknown, or a call with its id is under way; otherwise null.</summary>
    public UnsettledWrite? OpenIf(WriteKey key, Func<bool> isUnderWay)
    {
        bool isKnown;
        UnsettledWrite write;
        lock (_gate)
        {
            isKnown = _writes.ContainsKey(key);
            write = GetOrAdd(key);
        }

        // Opened first: a call that ends afterwards tells it.
        if (isKnown || isUnderWay())
        {
            return write;
        }

        End(key, begun: null, WriteOutcome.Unknown, search: null);
        return null;
    }

    /// <summary>Ends all searches. What is unknown stays unknown.</summary>
    public void Dispose()
    {
        List<TaskCompletionSource> waiting = [];
        List<CancellationTokenSource> running = [];
        lock (_gate)
        {
            _disposed = true;
            foreach (var write in _writes.Values.ToList())
            {
                running.AddRange(TakeRunning(write) is { } search ? [search] : []);
                waiting.AddRange(Settle(write, WriteOutcome.Unknown));
            }
        }

        running.ForEach(static search => search.Cancel());
        Complete(waiting);
    }

    private static void Complete(List<TaskCompletionSource>? waiting) => waiting?.ForEach(static signal => signal.TrySetResult());

    // Cancelled outside of the lock: that may run code of the user.
    private static CancellationTokenSource? TakeRunning(UnsettledWrite write)
    {
        var running = write.Running;
        write.Running = null;
        return running;
    }

    private UnsettledWrite GetOrAdd(WriteKey key)
    {
        if (!_writes.TryGetValue(key, out var write))
        {
            write = new UnsettledWrite(key);
            if (_disposed)
            {
                write.Outcome = WriteOutcome.Unknown;
                return write;
            }

            _writes[key] = write;
            Volatile.Write(ref _count, _writes.Count);
        }

        return write;
    }

    // Returns null if nothing follows the write, or if another call with its id has meanwhile found that it was applied.
    private UnsettledWrite? Leave(WriteKey key, UnsettledWrite? begun, IBackgroundSearch? search)
    {
        var write = begun ?? _writes.GetValueOrDefault(key) ?? (search is null ? null : GetOrAdd(key));
        if (write is not { Outcome: null })
        {
            return null;
        }

        write.Calls -= begun is null ? 0 : 1;
        write.Search = search ?? write.Search;
        return write;
    }

    // The last call with the id has ended. If it was unknown, or has learned nothing, the search continues.
    private List<TaskCompletionSource>? EndLast(UnsettledWrite write, WriteOutcome? outcome, bool isNew)
    {
        if (outcome is not null || write.Search is not { } search)
        {
            return Settle(write, outcome ?? WriteOutcome.Unknown);
        }

        if (!_disposed && (isNew || write.Running is null))
        {
            Start(write, search);
        }

        return null;
    }

    private List<TaskCompletionSource> Settle(UnsettledWrite write, WriteOutcome outcome)
    {
        write.Outcome = outcome;
        write.SettledAt = clock.Time.GetTimestamp();
        write.Search = null;
        if (_writes.TryGetValue(write.Key, out var current) && current == write)
        {
            _writes.Remove(write.Key);
            Volatile.Write(ref _count, _writes.Count);
        }

        return [.. write.Waiting];
    }

    private void Start(UnsettledWrite write, IBackgroundSearch search)
    {
        var running = new CancellationTokenSource();
        write.Running = running;

        // The search outlives the request of the caller, and must not keep what that request has attached to its context.
        using (new ContextlessScope())
        {
            _ = SearchAsync(write, search, running);
        }
    }

    private async Task SearchAsync(UnsettledWrite write, IBackgroundSearch search, CancellationTokenSource running)
    {
        WriteOutcome outcome;
        try
        {
            outcome = await search.SearchAsync(running.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (running.IsCancellationRequested)
        {
            return;
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            // The search was refused, or a handler of the user failed: its result is not known.
            outcome = WriteOutcome.Unknown;
        }

        List<TaskCompletionSource>? waiting = null;
        lock (_gate)
        {
            // A call with the id may have taken over in the meantime: then it decides.
            if (write.Running == running)
            {
                write.Running = null;
                waiting = Settle(write, outcome);
                search.Settle(outcome);
            }
        }

        Complete(waiting);
        running.Dispose();
    }
}
