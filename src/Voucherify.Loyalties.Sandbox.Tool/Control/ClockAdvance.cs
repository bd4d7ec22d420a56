namespace Voucherify.Loyalties.Sandbox.Tool.Control;

/// <summary>By how much the clock goes ahead, more than 0.</summary>
internal sealed record ClockAdvance
{
    public required double Seconds { get; init; }
}
