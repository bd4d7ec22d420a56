namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a change leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card.</param>
/// <param name="SourceId">The id that the change was sent with.</param>
/// <param name="Points">How many points move, without a sign.</param>
/// <param name="Type">The type of the transaction, which tells the direction: the sign of the points in answers is contradictory.</param>
internal sealed record ExpectedTransaction(string MemberId, string SourceId, long Points, LoyaltyTransactionType Type)
{
    /// <summary>The transaction of a balance adjustment.</summary>
    public static ExpectedTransaction Of(string memberId, AdjustBalanceRequest adjustment) => new(
        memberId,
        adjustment.SourceId!,
        Math.Abs(adjustment.Points),
        adjustment.Points > 0 ? LoyaltyTransactionType.PointsAddition : LoyaltyTransactionType.PointsRemoval);

    /// <summary>The transaction that a part of a transfer leaves on its source.</summary>
    public static ExpectedTransaction Of(PointsTransferItem item) =>
        new(item.Code, item.SourceId!, item.Points, LoyaltyTransactionType.PointsTransferOut);

    /// <summary>Whether a transaction that has the id is the one that was sent. Without details there is nothing that speaks against it.</summary>
    public bool Matches(LoyaltyTransaction found) =>
        (found.Type is not { } type || type == Type)
        && (found.Details?.Balance?.Points is not { } points || Math.Abs(points) == Points);
}
