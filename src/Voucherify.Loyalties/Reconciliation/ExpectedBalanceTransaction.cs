using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a write of version 1 of the API leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card.</param>
/// <param name="SourceId">The id that the write was sent with.</param>
/// <param name="Points">How many points move, without a sign.</param>
/// <param name="Type">The type of the transaction, which gives the direction: the sign of the points in responses is contradictory.</param>
internal sealed record ExpectedBalanceTransaction(string MemberId, string SourceId, long Points, LoyaltyTransactionType Type)
    : ExpectedTransaction(MemberId, SourceId)
{
    public override string MemoryKey => MemberId;

    private bool IsRemoval => Type == LoyaltyTransactionType.PointsRemoval;

    /// <summary>The transaction of an adjustment.</summary>
    public static ExpectedBalanceTransaction Of(string memberId, AdjustBalanceRequest adjustment) =>
        OfAdjustment(memberId, adjustment.SourceId!, adjustment.Points);

    /// <summary>The transaction of an adjustment that is looked up in the list of its campaign.</summary>
    public static ExpectedBalanceTransaction Of(AdjustmentKey key) => OfAdjustment(key.VoucherId, key.SourceId, key.Points);

    /// <summary>The transaction of an item of a transfer: it is left on the card that gives the points.</summary>
    public static ExpectedBalanceTransaction Of(PointsTransferItem item) =>
        new(item.Code.Value, item.SourceId!, item.Points, LoyaltyTransactionType.PointsTransferOut);

    /// <summary>
    /// Whether the points that a balance reports can be those of a request. Without points nothing speaks against it. The sign is
    /// contradictory in the vendor's examples, so it decides nothing. Only a removal may move fewer points than it asked for: it takes what
    /// is there, and leaves nothing.
    /// </summary>
    /// <param name="requested">The points of the request; below zero for a removal.</param>
    /// <param name="balance">What was reported; null for nothing.</param>
    public static bool Fits(long requested, BalanceResult? balance)
    {
        if (balance?.Points is not { } points)
        {
            return true;
        }

        var (asked, moved) = (Math.Abs((decimal)requested), Math.Abs((decimal)points));
        return moved == asked || (requested < 0 && moved < asked && balance.Balance == 0);
    }

    public override RowVerdict Judge(ITransactionRow row, RowAge age) => row is not LoyaltyTransaction transaction ? RowVerdict.Unrelated
        : transaction.SourceId == SourceId ? JudgeOwn(transaction, age.IsInReach)
        : age.IsSinceFirstSend
            && HasSameType(transaction)
            && Fits(transaction)
            && SourceIds.AreSimilar(SourceId, transaction.SourceId) ? RowVerdict.Doubtful
        : RowVerdict.Unrelated;

    // One transaction for each id of this client's other writes. A second one with the same id may be ours, cut to it.
    public override bool IsOfAnotherWrite(ITransactionRow row, HashSet<string> others) =>
        row is LoyaltyTransaction { SourceId: { Length: > 0 } id } && IsOther?.Invoke(id) == true && others.Add(id);

    public override LoyaltySourceIdConflictException ConflictWith(ITransactionRow found) => ConflictWith((LoyaltyTransaction)found);

    public override LoyaltyException DoubtAbout(ITransactionRow found) =>
        new($"The transaction {found.RowId} of '{MemberId}' is of the same kind, and may be this write although its source_id or its points"
            + " differ: check it by hand.");

    private static ExpectedBalanceTransaction OfAdjustment(string card, string sourceId, long points) =>
        new(card, sourceId, Math.Abs(points), points > 0 ? LoyaltyTransactionType.PointsAddition : LoyaltyTransactionType.PointsRemoval);

    private LoyaltySourceIdConflictException ConflictWith(LoyaltyTransaction found) =>
        new($"The transaction {found.Id} of '{MemberId}' has source_id '{SourceId}' already, and is another adjustment: "
            + $"{found.Type} of {found.Details?.Balance?.Points} points from {found.CreatedAt:u}, not {Type} of {Points}. "
            + "This adjustment was not sent again.")
        {
            SourceId = SourceId,
            MemberId = MemberId,
            Existing = found,
        };

    // Without details, nothing speaks against a transaction that has the id.
    private RowVerdict JudgeOwn(LoyaltyTransaction row, bool isRecent)
    {
        var points = Math.Abs((decimal)(row.Details?.Balance?.Points ?? Points));
        var isOther = !HasSameType(row) || points > Points || (points < Points && !(IsRemoval && isRecent));
        return isOther ? RowVerdict.Conflict : Fits(row) ? RowVerdict.Applied : RowVerdict.Doubtful;
    }

    private bool Fits(LoyaltyTransaction row) => Fits(IsRemoval ? -Points : Points, row.Details?.Balance);

    private bool HasSameType(LoyaltyTransaction row) => row.Type is not { } type || type == Type;
}
