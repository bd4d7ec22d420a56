namespace Voucherify.Loyalties.Queue.PostgreSql;

/// <summary>
/// The clock of the server, which all workers share. Between two readings it follows the monotonic clock of this process; the wall clock of
/// the machine plays no part.
/// </summary>
/// <param name="time">The monotonic clock.</param>
/// <param name="test">What a test uses instead of the server's clock.</param>
internal sealed class ServerClock(TimeProvider time, TimeProvider? test)
{
    private volatile Reading? _last;

    /// <summary>The time of the server by the last reading.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var last = _last ?? throw new InvalidOperationException("The clock of the server was not read yet.");
            return test?.GetUtcNow() ?? last.Server + time.GetElapsedTime(last.Local);
        }
    }

    /// <summary>Takes a reading.</summary>
    /// <returns>The time of the server.</returns>
    public DateTimeOffset Observe(DateTimeOffset server)
    {
        _last = new(server, time.GetTimestamp());
        return test?.GetUtcNow() ?? server;
    }

    private sealed record Reading(DateTimeOffset Server, long Local);
}
