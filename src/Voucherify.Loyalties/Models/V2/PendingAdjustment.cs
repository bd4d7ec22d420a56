namespace Voucherify.Loyalties.V2;

/// <summary>An adjustment with the card that it is for: what <see cref="ICardsClient.ResumeCardPointsAsync"/> needs.</summary>
public sealed record PendingAdjustment : PendingChange
{
    /// <summary>The program.</summary>
    public required ProgramId ProgramId { get; init; }

    /// <summary>The member.</summary>
    public required MemberId MemberId { get; init; }

    /// <summary>The card.</summary>
    public required CardId CardId { get; init; }

    /// <summary>How many points to add; less than zero to remove.</summary>
    public required long Points { get; init; }

    /// <summary>The reason, without the marker that the client adds.</summary>
    public string? Reason { get; init; }
}
