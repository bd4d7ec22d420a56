namespace Voucherify.Loyalties.Time;

/// <summary>
/// The only place where the client itself waits: for the clock, for its turn, for a token. The continuations of a wait run on the thread
/// pool, so that they do not hold up the code that ends the wait. The simulation runs them inline, to have one thread and one order of
/// events.
/// </summary>
internal sealed class ClientClock(TimeProvider time, bool inline = false)
{
    public TimeProvider Time { get; } = time;

    private TaskCreationOptions CreationOptions => inline ? TaskCreationOptions.None : TaskCreationOptions.RunContinuationsAsynchronously;

    /// <summary>Creates a source to wait for.</summary>
    public TaskCompletionSource NewSource() => new(CreationOptions);

    /// <summary>Creates a source of a result to wait for.</summary>
    public TaskCompletionSource<T> NewSource<T>() => new(CreationOptions);

    /// <summary>Waits until the time has passed.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public Task DelayAsync(TimeSpan delay, CancellationToken cancellationToken) =>
        WaitAsync(NewSource(), delay, cancellationToken);

    /// <summary>Waits until the source is completed or the time has passed.</summary>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public async Task WaitAsync(TaskCompletionSource source, TimeSpan limit, CancellationToken cancellationToken)
    {
        var timer = Time.CreateTimer(
            static state => ((TaskCompletionSource)state!).TrySetResult(),
            source,
            limit,
            Timeout.InfiniteTimeSpan);
        await using (timer.ConfigureAwait(false))
        {
            var registration = cancellationToken.UnsafeRegister(
                static (state, token) => ((TaskCompletionSource)state!).TrySetCanceled(token), source);
            await using (registration.ConfigureAwait(false))
            {
                await source.Task.ConfigureAwait(false);
            }
        }
    }
}
