using System.Text;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Queue;

/// <summary>An adjustment of a loyalty card, with version 1 of the API. The order is kept for the card.</summary>
public sealed record QueuedAdjustment : QueuedItem
{
    /// <summary>The beginning of the keys of version 1.</summary>
    internal const string Prefix = "1:";

    /// <summary>The code of the loyalty card.</summary>
    public required string MemberId { get; init; }

    /// <summary>
    /// The id or the name of the loyalty program. Default: none. With it, the worker settles lost adjustments of all cards by the program's
    /// list, and verifies every adjustment; without it, it reads the list of each such card.
    /// </summary>
    public string? CampaignId { get; init; }

    /// <summary>What decides when added points expire. Default: the service decides.</summary>
    public string? ExpirationType { get; init; }

    /// <summary>The last day on which added points can be used, with the expiration type <c>CUSTOM_DATE</c>. Default: none.</summary>
    public DateOnly? ExpirationDate { get; init; }

    internal override string LineKey => Prefix + MemberId;

    internal override string CardKey => Prefix + MemberId;

    internal override string? Campaign => CampaignId;

    internal override void Check() => ToRequest().ThrowIfInvalid(MemberId, Program);

    /// <summary>The program as the client names it.</summary>
    internal V1.CampaignId Program => CampaignId;

    /// <summary>The request of the adjustment.</summary>
    internal AdjustBalanceRequest ToRequest() => new()
    {
        Points = Points,
        SourceId = SourceId,
        Reason = Reason,
        ExpirationType = ExpirationType is { } type ? (PointsExpirationType)type : (PointsExpirationType?)null,
        ExpirationDate = ExpirationDate,
    };

    /// <inheritdoc />
    protected override bool PrintMembers(StringBuilder builder) => base.PrintMembers(builder);
}
