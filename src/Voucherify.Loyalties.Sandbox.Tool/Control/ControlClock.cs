namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>The time by the sandbox's clock.</summary>
internal sealed record ControlClock(DateTimeOffset Now);
