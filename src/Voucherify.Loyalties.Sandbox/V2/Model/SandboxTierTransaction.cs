namespace Voucherify.Loyalties.Sandbox.V2;

/// <summary>A change of the tier of a card of the v2 API.</summary>
public sealed record SandboxTierTransaction
{
    /// <summary>The id, <c>lttx_...</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>JOINED</c>, <c>UPGRADED</c>, <c>DOWNGRADED</c>, <c>LEFT</c> or <c>EXPIRATION_CHANGED</c>.</summary>
    public required string Type { get; init; }

    /// <summary>The tier before the change, or null if the card had none or kept it.</summary>
    public string? FromTierId { get; init; }

    /// <summary>The tier after the change, or null if the card has none or kept it.</summary>
    public string? ToTierId { get; init; }

    /// <summary>The points that decided.</summary>
    public decimal Points { get; init; }

    /// <summary>What caused it, such as <c>card_operations</c> or <c>member_card_deleted</c>.</summary>
    public required string Origin { get; init; }

    /// <summary>When it was recorded.</summary>
    public DateTimeOffset RecordedAt { get; init; }

    /// <summary>The last moment of the tier, or null if it lasts as long as the points suffice.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }
}
