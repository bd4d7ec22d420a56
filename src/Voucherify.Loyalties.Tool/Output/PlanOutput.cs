namespace Voucherify.Loyalties.Tool.Output;

/// <summary>What a file of adjustments would do, and what it would cost.</summary>
internal sealed record PlanOutput
{
    public required long Items { get; init; }

    public required long Cards { get; init; }

    public required long Points { get; init; }

    public required long LongestCard { get; init; }

    public required long Calls { get; init; }

    public double? Seconds { get; init; }

    /// <summary>What bounds the duration, or null.</summary>
    public string? Bound { get; init; }
}
