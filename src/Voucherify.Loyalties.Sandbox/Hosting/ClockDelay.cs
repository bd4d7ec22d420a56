namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Waits for a clock or a token, and completes on the thread that moves the clock or cancels the token. (A cancelled
/// <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> completes on the pool, which would take a test off its thread.)
/// </summary>
internal sealed class ClockDelay
{
    private readonly TaskCompletionSource _done = new();
    private ITimer? _timer;
    private CancellationTokenRegistration _registration;

    private ClockDelay()
    {
    }

    /// <summary>Waits until the token is cancelled, whatever the time.</summary>
    public static Task ForeverAsync(CancellationToken cancellationToken) =>
        ForAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>Waits for a time of the given clock.</summary>
    public static async Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        var pause = new ClockDelay();
        pause._registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((ClockDelay)state!)._done.TrySetCanceled(token), pause);
        if (time != Timeout.InfiniteTimeSpan)
        {
            pause._timer = clock.CreateTimer(static state => ((ClockDelay)state!)._done.TrySetResult(), pause, time, Timeout.InfiniteTimeSpan);
        }

        try
        {
            await pause._done.Task.ConfigureAwait(false);
        }
        finally
        {
            pause._timer?.Dispose();
            pause._registration.Dispose();
        }
    }
}
