using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The transaction that an adjustment of version 2 of the API leaves on a card. It has no id of the caller's, so a marker in its reason
/// stands for that.
/// </summary>
/// <param name="Card">The card.</param>
/// <param name="SourceId">The id of the adjustment.</param>
/// <param name="Points">How many points move; below zero for a removal.</param>
/// <param name="Marker">The marker that its reason ends with; null if it has none.</param>
internal sealed record ExpectedCardTransaction(CardAddress Card, string SourceId, long Points, string? Marker)
    : ExpectedTransaction(Card.MemberId, SourceId), IOnCard
{
    public override string MemoryKey => Card.Key;

    /// <summary>Whether the service is known to keep a reason as it was sent.</summary>
    public bool TrustsMarker { get; init; }

    public override bool AllowsAnyOrder => true;

    private string Type => Points > 0 ? CardTransactionType.AdminCredit : CardTransactionType.AdminDebit;

    public override RowVerdict Judge(ITransactionRow row, RowAge age) =>
        row is not CardTransaction transaction ? RowVerdict.Unrelated
        : RecordedAs is { } id ? (transaction.Id.Value == id ? StateOf(transaction) : RowVerdict.Unrelated)
        : ReasonMarker.Find(transaction.Details?.Reason) is { } marker ? JudgeMarked(transaction, marker, age)
        : JudgeUnmarked(transaction, age);

    public override LoyaltySourceIdConflictException ConflictWith(ITransactionRow found)
    {
        var other = (CardTransaction)found;
        return new(
            $"The transaction {other.Id} of '{MemberId}' has the marker of source_id '{SourceId}' already, and is another adjustment: "
                + $"{other.Type} of {other.Points} points from {other.CreatedAt:u}, not {Type} of {Math.Abs(Points)}. "
                + "This adjustment was not sent again.")
        {
            SourceId = SourceId,
            MemberId = MemberId,
            ExistingCardTransaction = other,
        };
    }

    public override LoyaltyException DoubtAbout(ITransactionRow found) =>
        new($"The transaction {found.RowId} of '{MemberId}' is of the same kind, and may be this adjustment: its reason has no marker, or"
            + " an altered one. Check it by hand.");

    public override LoyaltyTransactionRejectedException RejectedBy(ITransactionRow found) =>
        LoyaltyTransactionRejectedException.Of((CardTransaction)found, SourceId);

    /// <summary>Returns what speaks against the transaction of a response, or null.</summary>
    public string? Complaint(CardTransaction? transaction) => transaction switch
    {
        not { Id.Value.Length: > 0 } => "It names no transaction.",
        { Type: null } or { Points: null } => "It does not say which points it is about.",
        _ when !Fits(transaction) =>
            $"It reports {transaction.Type} of {transaction.Points} points, not the {Points} of this adjustment: it may be about another.",
        _ => null,
    };

    /// <summary>Returns the transaction of a response that is not applied yet; null if it is.</summary>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it already.</exception>
    public string? RecordedBy(PointsAdjustment response)
    {
        var transaction = response.Transaction!;
        LoyaltyTransactionRejectedException.ThrowIf(transaction, SourceId);
        return transaction.HasEnded ? null : transaction.Id.Value;
    }

    // As far as the transaction says.
    private bool Fits(CardTransaction transaction) => HasSameType(transaction) && HasSamePoints(transaction);

    private static RowVerdict StateOf(CardTransaction transaction) => transaction.Status?.Value switch
    {
        CardTransactionStatus.Approved => RowVerdict.Applied,
        CardTransactionStatus.Rejected => RowVerdict.Rejected,
        _ => RowVerdict.Recorded,
    };

    private RowVerdict JudgeMarked(CardTransaction transaction, string marker, RowAge age)
    {
        if (marker == Marker)
        {
            // No document says what becomes of a removal of more points than the card has: it may have taken what was there.
            return Fits(transaction) ? StateOf(transaction)
                : age.IsAboutSinceFirstSend && IsPart(transaction) ? RowVerdict.Doubtful
                : RowVerdict.Conflict;
        }

        // The service may have changed the case of the reason.
        return string.Equals(marker, Marker, StringComparison.OrdinalIgnoreCase) ? JudgeUnmarked(transaction, age) : RowVerdict.Unrelated;
    }

    // It may be this adjustment if the service does not keep the reason. With a known first send, an older one is not.
    private RowVerdict JudgeUnmarked(CardTransaction transaction, RowAge age) =>
        age.IsAboutSinceFirstSend
        && (Fits(transaction) || IsPart(transaction))
        && !(TrustsMarker && transaction.Details is not null)
            ? RowVerdict.Doubtful
            : RowVerdict.Unrelated;

    private bool IsPart(CardTransaction transaction) =>
        Points < 0 && HasSameType(transaction) && Math.Abs((decimal)transaction.Points!.Value) < Math.Abs((decimal)Points);

    private bool HasSameType(CardTransaction transaction) => transaction.Type is not { } type || type.Value == Type;

    // Only the number counts: the type gives the direction, and the sign in a response may be either.
    private bool HasSamePoints(CardTransaction transaction) =>
        transaction.Points is not { } points || Math.Abs((decimal)points) == Math.Abs((decimal)Points);
}
