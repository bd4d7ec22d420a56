namespace Voucherify.Loyalties.Sandbox.V1;

/// <summary>Points that an order earned and that become usable on a later day.</summary>
public sealed record SandboxPendingPoints
{
    /// <summary>The id, <c>lopp_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The code of the card.</summary>
    public required string CardCode { get; init; }

    /// <summary>How many points.</summary>
    public long Points { get; init; }

    /// <summary>The day at whose first moment the points become usable, in the project's time zone.</summary>
    public DateOnly ActivatesOn { get; init; }

    /// <summary>The order that earned the points, <c>ord_...</c>.</summary>
    public required string OrderId { get; init; }

    /// <summary>Whether the points still wait for their day.</summary>
    public SandboxPendingPointsStatus Status { get; init; }
}
