using System.Collections.Concurrent;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// The time of one attempt: its token ends when the time is over or the caller cancels. Sources that never fired are used again, as Polly does it,
/// because a source and its timer are a good part of what a call allocates.
/// </summary>
internal readonly struct AttemptTimeout : IDisposable
{
    private const int MostIdle = 64;

    private static readonly ConcurrentQueue<CancellationTokenSource> Idle = new();

    private readonly CancellationTokenSource _source;
    private readonly CancellationTokenRegistration _caller;
    private readonly bool _reusable;

    public AttemptTimeout(TimeProvider time, TimeSpan timeout, CancellationToken callerToken)
    {
        // Only the system's timers can be set again.
        _reusable = time == TimeProvider.System;
        _source = _reusable ? Rent(timeout) : new CancellationTokenSource(timeout, time);
        _caller = callerToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        // Waits for a cancellation that is under way on another thread: from here on nobody cancels the source.
        _caller.Dispose();
        if (_reusable && Idle.Count < MostIdle && _source.TryReset())
        {
            Idle.Enqueue(_source);
        }
        else
        {
            _source.Dispose();
        }
    }

    private static CancellationTokenSource Rent(TimeSpan timeout)
    {
        var source = Idle.TryDequeue(out var idle) ? idle : new CancellationTokenSource();
        source.CancelAfter(timeout);
        return source;
    }
}
