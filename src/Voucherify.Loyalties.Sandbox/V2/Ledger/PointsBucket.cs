namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points of a card that expire on the same day by the same kind of rule (documented).</summary>
internal sealed class PointsBucket(string id, LoyaltyCard card, DateOnly? expiresOn, string expirationType, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public LoyaltyCard Card { get; } = card;

    /// <summary>The last day on which the points can be used, or null if they never expire.</summary>
    public DateOnly? ExpiresOn { get; } = expiresOn;

    public string ExpirationType { get; } = expirationType;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public long Points { get; set; }

    public string Status { get; private set; } = "ACTIVE";

    public void Expire(DateTimeOffset now) => (Points, Status, UpdatedAt) = (0, "EXPIRED", now);
}
