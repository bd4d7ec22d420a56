namespace Voucherify.Loyalties.Tool.Output;

/// <summary>What the test of the marker has found; with <c>dry_run</c>, what it would do.</summary>
internal sealed record MarkerOutput
{
    public string? State { get; init; }

    public bool? CanTrustMarker { get; init; }

    public string? Sent { get; init; }

    public string? Listed { get; init; }

    public double? ListedAfterSeconds { get; init; }

    public double? ApprovedAfterSeconds { get; init; }

    public bool DryRun { get; init; }
}
