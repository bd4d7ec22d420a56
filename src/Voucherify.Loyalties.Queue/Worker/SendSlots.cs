using System.Collections.Concurrent;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>The calls that are under way, and the outcomes that are not written yet.</summary>
/// <param name="store">Knows whether a claim still holds.</param>
/// <param name="sender">Makes the calls.</param>
/// <param name="settings">How many calls at the same time, the monotonic clock, and what counts the sends.</param>
internal sealed class SendSlots(AdjustmentStore store, AdjustmentSender sender, WorkerSettings settings)
{
    private readonly TimeProvider _time = settings.Time;
    private readonly ConcurrentQueue<SendOutcome> _ended = new();
    private readonly ConcurrentDictionary<long, Task> _running = new();
    private readonly List<SendOutcome> _unwritten = [];

    /// <summary>How many rows can be claimed: as many as can be sent at once, because waiting would use up their time (rule 7).</summary>
    public int Free => settings.Options.MaxConcurrentCalls - _running.Count - _ended.Count - _unwritten.Count;

    /// <summary>The rows whose claims this process still holds.</summary>
    public IReadOnlySet<long> Held => new HashSet<long>(
        _running.Keys.Concat(_ended.Concat(_unwritten).Select(static outcome => outcome.Claim.Row.Id)));

    /// <summary>Begins the calls of a claim.</summary>
    /// <param name="claim">The claim.</param>
    /// <param name="before">The monotonic time before the claim was asked for.</param>
    /// <param name="sendWindow">How long after that the row may be sent.</param>
    public void Start(Claim claim, long before, TimeSpan sendWindow)
    {
        // The call removes itself, perhaps before it is entered here.
        var entered = _running[claim.Row.Id] = Task.CompletedTask;
        _running.TryUpdate(claim.Row.Id, RunAsync(claim, before, sendWindow), entered);
    }

    /// <summary>Returns the outcomes that are to be written. They are returned again until <see cref="Written"/> is called.</summary>
    public IReadOnlyList<SendOutcome> Ended()
    {
        while (_ended.TryDequeue(out var outcome))
        {
            _unwritten.Add(outcome);
        }

        return _unwritten;
    }

    /// <summary>The outcomes were written.</summary>
    public void Written() => _unwritten.Clear();

    /// <summary>Waits until all calls have ended.</summary>
    public Task DrainAsync() => Task.WhenAll(_running.Values);

    private async Task RunAsync(Claim claim, long before, TimeSpan sendWindow)
    {
        using (var span = QueueTracing.Begin(claim))
        {
            var outcome = await sender.SendAsync(claim, MaySendAsync).ConfigureAwait(false);
            QueueTracing.End(span, outcome);
            _ended.Enqueue(outcome);
        }

        _running.TryRemove(claim.Row.Id, out _);
        store.Wake();

        // By this machine's clock, by the store's, and by this machine's again: a freeze may fall between any two (rule 8). The client
        // itself asks as late as possible, and refuses to send when the time of the attempt is over.
        async ValueTask<bool> MaySendAsync(CancellationToken cancellationToken)
        {
            var maySend = IsInTime()
                && await store.ReadAsync(rows => rows.IsOwned(claim, sendWindow, rows.Now), cancellationToken).ConfigureAwait(false);
            maySend = maySend && IsInTime();
            settings.Metrics.Guarded(claim, maySend);
            return maySend || settings.Options.SkipsGuard;
        }

        bool IsInTime() => _time.GetElapsedTime(before) <= sendWindow;
    }
}
