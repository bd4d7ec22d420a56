namespace Voucherify.Loyalties.Resilience;

/// <summary>Measures how many calls a second have left within the last seconds. Not thread-safe.</summary>
internal sealed class RecentRate(TimeProvider time)
{
    private const int WindowSeconds = 10;

    private readonly long _window = WindowSeconds * time.TimestampFrequency;
    private long _began = time.GetTimestamp();
    private long _current;
    private long _previous;

    /// <summary>Counts a call.</summary>
    public void Count(long now)
    {
        Roll(now);
        _current++;
    }

    /// <summary>Returns the calls per second over the last 10 to 20 seconds.</summary>
    public double PerSecond(long now)
    {
        Roll(now);
        return (_previous + _current) / (WindowSeconds + time.GetElapsedTime(_began, now).TotalSeconds);
    }

    /// <summary>Forgets half of the calls: their pace was too high.</summary>
    public void Halve()
    {
        _previous /= 2;
        _current /= 2;
    }

    private void Roll(long now)
    {
        var passed = now - _began;
        if (passed < _window)
        {
            return;
        }

        _previous = passed < 2 * _window ? _current : 0;
        _current = 0;
        _began = passed < 2 * _window ? _began + _window : now;
    }
}
