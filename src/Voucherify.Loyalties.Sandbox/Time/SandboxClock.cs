namespace Voucherify.Loyalties.Sandbox.Time;

/// <summary>The sandbox's clock. It never goes back, even if the machine's clock does, because a ledger only moves forward.</summary>
internal sealed class SandboxClock(TimeProvider timeProvider)
{
    private DateTimeOffset _latest = DateTimeOffset.MinValue;
    private TimeSpan _ahead;

    /// <summary>Moves the clock ahead of its provider.</summary>
    public void Advance(TimeSpan by) => _ahead += by;

    public DateTimeOffset Now()
    {
        var now = timeProvider.GetUtcNow() + _ahead;
        _latest = now > _latest ? now : _latest;
        return _latest;
    }
}
