using System.Text;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Queue;

/// <summary>An adjustment of a card of a member, with version 2 of the API. The order is kept for the member, over all cards.</summary>
public sealed record QueuedCardAdjustment : QueuedItem
{
    /// <summary>The beginning of the keys of version 2.</summary>
    internal const string Prefix = "2:";

    /// <summary>The id of the program.</summary>
    public required string ProgramId { get; init; }

    /// <summary>The id of the member.</summary>
    public required string MemberId { get; init; }

    /// <summary>The id of the card.</summary>
    public required string CardId { get; init; }

    internal override string LineKey => Prefix + MemberId;

    internal override string CardKey => Prefix + CardId;

    internal override void Check() => ToPending(createdAt: null).ThrowIfInvalid();

    /// <summary>The adjustment as the client knows it.</summary>
    internal PendingAdjustment ToPending(DateTimeOffset? createdAt) => new()
    {
        ProgramId = ProgramId,
        MemberId = MemberId,
        CardId = CardId,
        Points = Points,
        Reason = Reason,
        SourceId = SourceId,
        CreatedAt = createdAt,
    };

    /// <inheritdoc />
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
