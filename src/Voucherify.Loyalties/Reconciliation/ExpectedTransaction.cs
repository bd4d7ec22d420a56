using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a write leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card.</param>
/// <param name="SourceId">The id that the write was sent with.</param>
/// <param name="Points">How many points move, without a sign.</param>
/// <param name="Type">The type of the transaction, which gives the direction: the sign of the points in responses is contradictory.</param>
internal sealed record ExpectedTransaction(string MemberId, string SourceId, long Points, LoyaltyTransactionType Type)
{
    /// <summary>Whether an id of the card is that of another write of this client; null if none is known.</summary>
    public Func<string, bool>? IsOther { get; init; }

    private bool IsRemoval => Type == LoyaltyTransactionType.PointsRemoval;

    /// <summary>The transaction of an adjustment.</summary>
    public static ExpectedTransaction Of(string memberId, AdjustBalanceRequest adjustment) => new(
        memberId,
        adjustment.SourceId!,
        Math.Abs(adjustment.Points),
        adjustment.Points > 0 ? LoyaltyTransactionType.PointsAddition : LoyaltyTransactionType.PointsRemoval);

    /// <summary>The transaction of an item of a transfer: it is left on the card that gives the points.</summary>
    public static ExpectedTransaction Of(PointsTransferItem item) =>
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

    /// <summary>Judges a transaction of the card.</summary>
    /// <param name="row">The transaction.</param>
    /// <param name="isRecent">Whether it was created in the time that is searched, or may have been.</param>
    /// <param name="isSinceFirstSend">Whether it was created since the first send, or may have been.</param>
    public RowVerdict Judge(LoyaltyTransaction row, bool isRecent, bool isSinceFirstSend) =>
        row.SourceId == SourceId ? JudgeOwn(row, isRecent)
        : isSinceFirstSend && HasSameType(row) && Fits(row) && SourceIds.AreSimilar(SourceId, row.SourceId)
            ? RowVerdict.Doubtful
            : RowVerdict.Unrelated;

    /// <summary>Whether another call with the id found that its own write was not applied, because one of these transactions was.</summary>
    public static bool IsAppliedInsteadOf(WriteOutcome? other, ExpectedTransaction[] transactions) =>
        other?.Existing is { } row
        && Array.Exists(transactions, one => one.Judge(row, isRecent: true, isSinceFirstSend: true) == RowVerdict.Applied);

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

    /// <summary>Creates the error of a transaction that may be this one.</summary>
    public LoyaltyException DoubtAbout(LoyaltyTransaction found) =>
        new($"The transaction {found.Id} of '{MemberId}' is of the same kind, and may be this write although its source_id or its points"
            + " differ: check it by hand.");

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
