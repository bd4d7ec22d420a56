namespace Voucherify.Loyalties.Time;

/// <summary>
/// Calls a method some time after something was stored, so that it can forget what is old. It is off while nothing is stored.
/// </summary>
internal sealed class SweepTimer : IDisposable
{
    private readonly ITimer _timer;
    private readonly TimeSpan _period;
    private readonly Func<bool> _sweep;
    private int _isOn;

    /// <summary>Creates a timer that is off.</summary>
    /// <param name="time">The clock.</param>
    /// <param name="period">The time from the first store to the call, and between two calls.</param>
    /// <param name="sweep">Forgets what is old. Returns whether anything is left.</param>
    public SweepTimer(TimeProvider time, TimeSpan period, Func<bool> sweep)
    {
        _period = period;
        _sweep = sweep;
        _timer = time.CreateTimer(
            static state => ((SweepTimer)state!).Sweep(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Something was stored.</summary>
    public void Stored()
    {
        if (Volatile.Read(ref _isOn) == 0 && Interlocked.Exchange(ref _isOn, 1) == 0)
        {
            _timer.Change(_period, Timeout.InfiniteTimeSpan);
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Sweep()
    {
        // Off first: what is stored during the call starts it again.
        Volatile.Write(ref _isOn, 0);
        if (_sweep())
        {
            Stored();
        }
    }
}
