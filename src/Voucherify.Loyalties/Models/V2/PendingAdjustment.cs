using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.Serialization;

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

    /// <summary>The card.</summary>
    /// <exception cref="ArgumentException">An id is not valid.</exception>
    internal CardAddress Card => CardAddress.Of(ProgramId, MemberId, CardId);

    /// <summary>The request, with the id of the adjustment.</summary>
    internal AdjustCardPointsRequest ToRequest() => new() { Points = Points, Reason = Reason, SourceId = SourceId };

    /// <summary>The body of the request, with the reason that it is sent with.</summary>
    internal IJsonBody ToBody(string? reason) => ToRequest() with { Reason = reason };

    internal static PendingAdjustment Of(
        CardAddress card, AdjustCardPointsRequest request, string sourceId, DateTimeOffset createdAt) => new()
        {
            ProgramId = card.ProgramId,
            MemberId = card.MemberId,
            CardId = card.CardId,
            Points = request.Points,
            Reason = request.Reason,
            SourceId = sourceId,
            CreatedAt = createdAt,
        };
}
