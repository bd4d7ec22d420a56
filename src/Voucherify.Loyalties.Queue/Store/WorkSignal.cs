namespace Voucherify.Loyalties.Queue.Store;

/// <summary>Wakes the worker that waits for work. The signal is kept until a worker waits.</summary>
internal sealed class WorkSignal(TimeProvider time)
{
    private readonly object _gate = new();
    private TaskCompletionSource _source = NewSource();

    public void Set()
    {
        lock (_gate)
        {
            _source.TrySetResult();
        }
    }

    /// <summary>Waits for a signal, or until the time has passed.</summary>
    /// <returns>Whether there was a signal.</returns>
    public async Task<bool> WaitAsync(TimeSpan longest, CancellationToken cancellationToken)
    {
        Task signal;
        lock (_gate)
        {
            signal = _source.Task;
        }

        try
        {
            await signal.WaitAsync(longest, time, cancellationToken).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            return false;
        }

        lock (_gate)
        {
            if (_source.Task.IsCompleted)
            {
                _source = NewSource();
            }
        }

        return true;
    }

    private static TaskCompletionSource NewSource() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
