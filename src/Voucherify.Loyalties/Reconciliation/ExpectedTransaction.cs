using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a write leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card.</param>
/// <param name="SourceId">The id that the write was sent with.</param>
/// <param name="Points">How many points move, without a sign.</param>
/// <param name="Type">The type of the transaction, which gives the direction: the sign of the points in responses is contradictory.</param>
internal sealed record ExpectedTransaction(string MemberId, string SourceId, long Points, LoyaltyTransactionType Type)
{
    /// <summary>The transaction of an adjustment.</summary>
    public static ExpectedTransaction Of(string memberId, AdjustBalanceRequest adjustment) => new(
        memberId,
        adjustment.SourceId!,
        Math.Abs(adjustment.Points),
        adjustment.Points > 0 ? LoyaltyTransactionType.PointsAddition : LoyaltyTransactionType.PointsRemoval);

    /// <summary>The transaction of an item of a transfer: it is left on the card that gives the points.</summary>
    public static ExpectedTransaction Of(PointsTransferItem item) =>
        new(item.Code.Value, item.SourceId!, item.Points, LoyaltyTransactionType.PointsTransferOut);

    /// <summary>Whether a transaction that has the id is the one that was sent. Without details, nothing speaks against it.</summary>
    public bool Matches(LoyaltyTransaction found) =>
        (found.Type is not { } type || type == Type)
        && (found.Details?.Balance?.Points is not { } points || Math.Abs(points) == Points);

    /// <summary>Creates the error of an id that another write has.</summary>
    public LoyaltySourceIdConflictException ConflictWith(LoyaltyTransaction found) =>
        new($"The transaction {found.Id} of '{MemberId}' has source_id '{SourceId}' already, and is another adjustment: "
            + $"{found.Type} of {found.Details?.Balance?.Points} points from {found.CreatedAt:u}, not {Type} of {Points}. "
            + "This adjustment was not sent again.")
        {
            SourceId = SourceId,
            MemberId = MemberId,
            Existing = found,
        };
}
