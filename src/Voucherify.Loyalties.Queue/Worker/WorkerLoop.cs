using Microsoft.Extensions.Logging;
using Voucherify.Loyalties.Queue.Sending;
using Voucherify.Loyalties.Queue.Settlement;
using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>
/// The work of one worker: write outcomes, admit, recover, claim, send, settle. All writes of the loop come one after the other, so that
/// many outcomes share a transaction.
/// </summary>
internal sealed class WorkerLoop
{
    private const int AdmittedAtOnce = 5000;

    private static readonly TimeSpan RecoverInterval = TimeSpan.FromSeconds(1);

    private static readonly TimeSpan StoreRetryDelay = TimeSpan.FromSeconds(1);

    private readonly AdjustmentStore _store;
    private readonly AdjustmentQueueOptions _options;
    private readonly TimeProvider _time;
    private readonly WorkerSession _session;
    private readonly SendSlots _slots;
    private readonly CallRate _rate;
    private readonly ClaimThrottle _throttle;
    private readonly Settler _settler;
    private readonly QueueMetrics _metrics;
    private readonly GaugeRefresh _gauges;
    private readonly ILogger _log;
    private readonly long _started;
    private long? _recoveredAt;
    private long? _shownAt;
    private Task _settling = Task.CompletedTask;
    private TimeSpan _wait;

    public WorkerLoop(
        AdjustmentStore store, ILoyaltyClient client, WorkerSettings settings, WorkerSession session)
    {
        var (options, time) = (settings.Options, settings.Time);
        _store = store;
        _options = options;
        _time = time;
        _session = session;
        _metrics = settings.Metrics;
        _log = settings.Log;
        var sender = new AdjustmentSender(client, _metrics);
        _slots = new SendSlots(store, sender, settings);
        _rate = new CallRate(client, options);
        _throttle = new ClaimThrottle(time, options.MaxConcurrentCalls);
        _settler = new Settler(store, client, sender, settings, session);
        _gauges = new GaugeRefresh(store, settings);
        _started = time.GetTimestamp();
    }

    // As after every response, the last adjustment of an earlier worker may take a moment to be applied.
    private TimeSpan BlockedFor => IdleTime.Longest(_throttle.Left, _session.Times.SettleDelay - _time.GetElapsedTime(_started));

    /// <summary>Waits for the lookups that are under way.</summary>
    public Task WaitForSettlingAsync() => _settling;

    /// <summary>Works until it is stopped, then waits for its calls and writes their outcomes.</summary>
    /// <exception cref="AdjustmentStoreException">The store was replaced or restored.</exception>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!stopping.IsCancellationRequested)
            {
                try
                {
                    if (!await StepAsync(CancellationToken.None).ConfigureAwait(false))
                    {
                        await _store.WaitForWorkAsync(_wait, stopping).ConfigureAwait(false);
                    }
                }
                catch (AdjustmentStoreException error) when (error is { IsReplaced: false, IsRestored: false })
                {
                    // A full disk, for example. What was not written is written when the store is back.
                    _log.StoreFailed(error);
                    await Task.Delay(StoreRetryDelay, _time, stopping).ConfigureAwait(false);
                }
            }
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // The end of the wait.
        }
        finally
        {
            await StopAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Does what is due now, and does not wait for calls.</summary>
    /// <returns>Whether more is due at once.</returns>
    public async Task<bool> StepAsync(CancellationToken cancellationToken)
    {
        await WriteOutcomesAsync(cancellationToken).ConfigureAwait(false);
        await ShowAsync(cancellationToken).ConfigureAwait(false);
        var due = await _store.ReadAsync(static rows => rows.Due(), cancellationToken).ConfigureAwait(false);
        await RecoverAsync(due, cancellationToken).ConfigureAwait(false);
        var admitted = await AdmitAsync(due, cancellationToken).ConfigureAwait(false);
        var limits = _rate.Current();
        var claimed = admitted > 0 || due.NextClaimAt <= _store.Now
            ? await ClaimAsync(limits, cancellationToken).ConfigureAwait(false)
            : 0;
        await _gauges.RunAsync(cancellationToken).ConfigureAwait(false);
        if (_settling.IsCompleted)
        {
            // What has failed is not awaited again.
            var settled = _settling;
            _settling = Task.CompletedTask;
            await settled.ConfigureAwait(false);
            _settling = _settler.SettleAsync(due, limits, cancellationToken);
        }

        var longest = _options.PollingInterval < RecoverInterval ? _options.PollingInterval : RecoverInterval;
        _wait = _slots.Free > 0 ? IdleTime.Until(due, limits, BlockedFor, longest, _store.Now) : longest;
        return admitted == AdmittedAtOnce || (claimed > 0 && _slots.Free > 0);
    }

    private async Task StopAsync()
    {
        _gauges.Stop();
        await _slots.DrainAsync().ConfigureAwait(false);
        try
        {
            await _settling.ConfigureAwait(false);
            await WriteOutcomesAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (AdjustmentStoreException error)
        {
            // A lost outcome costs a window: the next worker takes the row for unknown.
            _log.StoreFailed(error);
        }
    }

    private async Task WriteOutcomesAsync(CancellationToken cancellationToken)
    {
        var ended = _slots.Ended();
        if (ended.Count == 0)
        {
            return;
        }

        var (written, isRefused) = await _store
            .RunAsync(rows => rows.Finish(ended, _session.Times, rows.Now), cancellationToken)
            .ConfigureAwait(false);
        foreach (var outcome in ended)
        {
            _throttle.Observe(outcome);
        }

        if (isRefused)
        {
            _log.KeyRefused();
            _throttle.Refuse();
        }

        _metrics.Ended(written, _store.Now);
        _slots.Written();
    }

    private async Task ShowAsync(CancellationToken cancellationToken)
    {
        if (!_store.AllowsManyWorkers || (_shownAt is { } at && _time.GetElapsedTime(at) < Presence.Interval))
        {
            return;
        }

        _shownAt = _time.GetTimestamp();
        await _store
            .RunAsync(rows => rows.Show(_session.Owner, _throttle.IsRefused, rows.Now), cancellationToken)
            .ConfigureAwait(false);
    }

    private async Task RecoverAsync(DueWork due, CancellationToken cancellationToken)
    {
        var longest = _session.Times.SendWindow + _session.Times.AttemptTimeout;
        if (!(due.OldestClaimAt < _store.Now - longest)
            || (_recoveredAt is { } at && _time.GetElapsedTime(at) < RecoverInterval))
        {
            return;
        }

        _recoveredAt = _time.GetTimestamp();
        await _store.RunAsync(rows => rows.Recover(_slots.Held, _session.Times, rows.Now), cancellationToken).ConfigureAwait(false);
    }

    private async Task<int> AdmitAsync(DueWork due, CancellationToken cancellationToken) => due.HasNew
        ? await _store.RunAsync(rows => rows.Admit(AdmittedAtOnce, _session.Times.BlocksCard), cancellationToken).ConfigureAwait(false)
        : 0;

    private async Task<int> ClaimAsync(CallLimits limits, CancellationToken cancellationToken)
    {
        var free = Math.Min(_slots.Free, _throttle.Most);
        if (free <= 0 || BlockedFor > TimeSpan.Zero)
        {
            return 0;
        }

        var request = new ClaimRequest(_session.Owner, _session.StoreId, _session.Epoch, free, limits);
        var before = _time.GetTimestamp();
        var claims = await _store.RunAsync(rows => rows.Claim(request, rows.Now), cancellationToken).ConfigureAwait(false);
        foreach (var claim in claims)
        {
            _metrics.Waited(claim);
            _slots.Start(claim, before, _session.Times.SendWindow);
        }

        return claims.Count;
    }
}
