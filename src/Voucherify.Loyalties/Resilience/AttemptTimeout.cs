using System.Collections.Concurrent;

namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// The timeout of one attempt. Its token is cancelled when the time is up or the caller cancels. Sources that never fired are reused, as
/// Polly does, because a source and its timer are a large part of what a call allocates.
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
        // Only the system's timers can be reset.
        _reusable = time == TimeProvider.System;
        _source = _reusable ? Rent(timeout) : new CancellationTokenSource(timeout, time);
        _caller = callerToken.UnsafeRegister(static state => ((CancellationTokenSource)state!).Cancel(), _source);
    }

    public CancellationToken Token => _source.Token;

    /// <summary>The source of the token, which must not be kept beyond the attempt.</summary>
    public CancellationTokenSource Source => _source;

    public void Dispose()
    {
        // Waits for a cancellation that is running on another thread. Nothing can cancel the source after this.
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
