namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>What the cards of a program have in common.</summary>
internal sealed class CardDefinition(string id, string name, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public string Name { get; set; } = name;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public string Status { get; set; } = ResourceStatus.Draft;

    public DateTimeOffset? UpdatedAt { get; set; }

    /// <summary>Whether an adjustment may make a balance negative.</summary>
    public bool AllowsNegative { get; set; }

    /// <summary>When added points expire.</summary>
    public PointsExpiration Expiration { get; set; } = PointsExpiration.Never;
}
