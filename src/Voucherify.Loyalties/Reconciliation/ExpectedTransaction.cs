using Voucherify.Loyalties.Internal;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a change leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card.</param>
/// <param name="SourceId">The id that the change was sent with.</param>
/// <param name="Points">How many points move, without a sign.</param>
/// <param name="Type">The type of the transaction, which tells the direction: the sign of the points in answers is contradictory.</param>
internal sealed record ExpectedTransaction(string MemberId, string SourceId, long Points, LoyaltyTransactionType Type)
{
    /// <summary>The transactions of a change.</summary>
    public static ExpectedTransaction[] Of(CallSubject subject) => subject switch
    {
        { Adjustment: { } adjustment } => [Of(subject.MemberId, adjustment)],
        { Transfer: { } transfer } => [.. transfer.Select(Of)],
        _ => throw new InvalidOperationException("This change leaves no transaction by which it could be found."),
    };

    private static ExpectedTransaction Of(string memberId, AdjustBalanceRequest adjustment) => new(
        memberId,
        adjustment.SourceId!,
        Math.Abs(adjustment.Points),
        adjustment.Points > 0 ? LoyaltyTransactionType.PointsAddition : LoyaltyTransactionType.PointsRemoval);

    // A part of a transfer leaves its transaction on its source.
    private static ExpectedTransaction Of(PointsTransferItem item) =>
        new(item.Code.Value, item.SourceId!, item.Points, LoyaltyTransactionType.PointsTransferOut);

    /// <summary>Whether a transaction that has the id is the one that was sent. Without details there is nothing that speaks against it.</summary>
    public bool Matches(LoyaltyTransaction found) =>
        (found.Type is not { } type || type == Type)
        && (found.Details?.Balance?.Points is not { } points || Math.Abs(points) == Points);
}
