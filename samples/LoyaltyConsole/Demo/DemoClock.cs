namespace LoyaltyConsole.Demo;

/// <summary>
/// A clock that stands still until it is started, and then shows the time of the system. The ids of version 2 contain the time, so what is
/// added before the start has the same ids in every run.
/// </summary>
internal sealed class DemoClock : TimeProvider
{
    private static readonly DateTimeOffset Standstill = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private volatile bool _isStarted;

    public void Start() => _isStarted = true;

    public override DateTimeOffset GetUtcNow() => _isStarted ? base.GetUtcNow() : Standstill;
}
