namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>A clock that stands still. The control API moves the sandbox ahead of it.</summary>
internal sealed class StandingClock(DateTimeOffset instant) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => instant;
}
