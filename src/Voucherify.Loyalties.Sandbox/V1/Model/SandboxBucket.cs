namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>Points of a card that were added together and expire together.</summary>
public sealed record SandboxBucket
{
    /// <summary>The id, <c>lopb_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>How many points are left.</summary>
    public long Points { get; init; }

    /// <summary>The last day on which the points can be used, in the project's time zone; null if they never expire.</summary>
    public DateOnly? ExpiresOn { get; init; }

    /// <summary>When the points were added.</summary>
    public DateTimeOffset CreatedAt { get; init; }
}
