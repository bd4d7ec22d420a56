namespace Voucherify.Loyalties.Queue.Store;

/// <summary>
/// The clock of a store that only one process uses: it starts with the wall clock and then follows the monotonic one. A step of the wall
/// clock would shorten a window.
/// </summary>
internal sealed class StoreClock(TimeProvider time)
{
    private readonly DateTimeOffset _startedAt = time.GetUtcNow();
    private readonly long _started = time.GetTimestamp();

    public DateTimeOffset Now => _startedAt + time.GetElapsedTime(_started);
}
