namespace LoyaltyConsole.Tour;

/// <summary>A clock that starts on the same day in every run, so that every run shows the same dates. It runs at normal speed.</summary>
internal sealed class TourClock : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly long _startedAt = System.GetTimestamp();
    private TimeSpan _skipped;

    public override DateTimeOffset GetUtcNow() => Start + _skipped + System.GetElapsedTime(_startedAt);

    /// <summary>Skips some days.</summary>
    public void Skip(int days) => _skipped += TimeSpan.FromDays(days);
}
