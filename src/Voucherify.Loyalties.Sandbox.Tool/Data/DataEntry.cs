using Voucherify.Loyalties.Sandbox.Faults;

namespace Voucherify.Loyalties.Sandbox.Tool.Data;

/// <summary>One thing that happened: a request, a seed, or a move of the clock.</summary>
/// <param name="At">When, by the sandbox's clock.</param>
internal sealed record DataEntry(DateTimeOffset At)
{
    public string? Method { get; init; }

    public string? Target { get; init; }

    public Dictionary<string, string>? Headers { get; init; }

    public byte[]? Body { get; init; }

    /// <summary>The fault that struck the request, or null.</summary>
    public FaultPlan? Plan { get; init; }

    /// <summary>The seed that was added, as JSON; or null.</summary>
    public string? Seed { get; init; }

    /// <summary>By how much the clock was moved ahead, or null.</summary>
    public TimeSpan? Ahead { get; init; }
}
