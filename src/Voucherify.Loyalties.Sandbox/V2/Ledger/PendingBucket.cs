namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Points of a card that become active on the same day by the same kind of rule.</summary>
internal sealed class PendingBucket(string id, LoyaltyCard card, DateOnly date, string type, DateTimeOffset createdAt)
{
    public const string Canceled = "CANCELED";

    public string Id { get; } = id;

    public LoyaltyCard Card { get; } = card;

    /// <summary>The day on which the points become active.</summary>
    public DateOnly Date { get; } = date;

    /// <summary>What activates them.</summary>
    public string Type { get; } = type;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset? UpdatedAt { get; set; }

    public long Points { get; set; }

    public string Status { get; set; } = "PENDING";

    public bool IsPending => Status == "PENDING";
}
