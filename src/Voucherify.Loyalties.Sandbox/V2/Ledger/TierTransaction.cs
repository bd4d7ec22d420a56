namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A change of the tier of a card. It is approved at once (assumed).</summary>
/// <param name="Id">The id, <c>lttx_...</c>.</param>
/// <param name="Card">The card.</param>
/// <param name="StructureId">The tier structure.</param>
/// <param name="From">The tier before it, or null. A tier that only lasts longer is neither before nor after (documented).</param>
/// <param name="To">The tier after it, or null.</param>
internal sealed record TierTransaction(string Id, LoyaltyCard Card, string StructureId, string? From, string? To)
{
    /// <summary>The tier that the card has now, or null.</summary>
    public required string? TierId { get; init; }

    /// <summary>The last moment of the tier, or null.</summary>
    public required DateTimeOffset? ExpiresAt { get; init; }

    public required string Type { get; init; }

    /// <summary>The points that decided.</summary>
    public required decimal Points { get; init; }

    public required TierOrigin Origin { get; init; }

    public required DateTimeOffset RecordedAt { get; init; }

    // To the millisecond, as it is written.
    public DateTimeOffset CreatedAt => RecordedAt.AddTicks(-(RecordedAt.Ticks % TimeSpan.TicksPerMillisecond));
}
