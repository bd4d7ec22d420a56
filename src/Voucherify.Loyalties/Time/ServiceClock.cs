namespace Voucherify.Loyalties.Time;

/// <summary>
/// The service's clock, from the <c>Date</c> of its latest response to a write: a cache never stores one. Until there is one, this
/// machine's clock counts, and it may be minutes off.
/// </summary>
internal sealed class ServiceClock(TimeProvider time)
{
    private const long NotObserved = long.MinValue;

    /// <summary>How far the service's clock is ahead of the monotonic clock, in ticks.</summary>
    private long _offset = NotObserved;

    /// <summary>Whether a response has told the service's clock.</summary>
    public bool IsObserved => Volatile.Read(ref _offset) != NotObserved;

    /// <summary>Takes over the date of a response.</summary>
    public void Observe(HttpResponseMessage response, DateTimeOffset? date)
    {
        if (date is { } now && response.RequestMessage is { Method.Method: not "GET" })
        {
            Volatile.Write(ref _offset, now.UtcTicks - TicksAt(time.GetTimestamp()));
        }
    }

    /// <summary>Returns the service's time at a moment of the monotonic clock, in ticks of UTC.</summary>
    public long UtcTicksAt(long timestamp)
    {
        var offset = Volatile.Read(ref _offset);
        return (offset == NotObserved ? time.GetUtcNow().UtcTicks - TicksAt(time.GetTimestamp()) : offset) + TicksAt(timestamp);
    }

    private long TicksAt(long timestamp) => time.GetElapsedTime(0, timestamp).Ticks;
}
