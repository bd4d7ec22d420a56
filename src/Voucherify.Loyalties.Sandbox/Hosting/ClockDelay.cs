namespace Voucherify.Loyalties.Sandbox.Hosting;

/// <summary>
/// Waits for a clock or a token, and completes on the thread that moves the clock or cancels the token. (A cancelled
/// <see cref="Task.Delay(TimeSpan, TimeProvider, CancellationToken)"/> completes on the thread pool, which would take a test off its
/// thread.)
/// </summary>
internal sealed class ClockDelay
{
    private readonly TaskCompletionSource _done = new();
    private ITimer? _timer;
    private CancellationTokenRegistration _registration;

    private ClockDelay()
    {
    }

    /// <summary>Waits until the token is cancelled.</summary>
    public static Task ForeverAsync(CancellationToken cancellationToken) =>
        ForAsync(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);

    /// <summary>Waits for a time by the given clock.</summary>
    public static async Task ForAsync(TimeSpan time, TimeProvider clock, CancellationToken cancellationToken)
    {
        var delay = new ClockDelay();
        delay._registration = cancellationToken.UnsafeRegister(
            static (state, token) => ((ClockDelay)state!)._done.TrySetCanceled(token), delay);
        if (time != Timeout.InfiniteTimeSpan)
        {
            delay._timer = clock.CreateTimer(
                static state => ((ClockDelay)state!)._done.TrySetResult(), delay, time, Timeout.InfiniteTimeSpan);
        }

        try
        {
            await delay._done.Task.ConfigureAwait(false);
        }
        finally
        {
            delay._timer?.Dispose();
            delay._registration.Dispose();
        }
    }
}
