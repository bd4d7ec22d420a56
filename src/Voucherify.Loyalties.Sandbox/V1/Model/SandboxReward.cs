namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>Something that members buy with points.</summary>
public sealed record SandboxReward
{
    /// <summary>The id, <c>rew_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The name.</summary>
    public required string Name { get; init; }

    /// <summary>The price in points.</summary>
    public long Points { get; init; }
}
