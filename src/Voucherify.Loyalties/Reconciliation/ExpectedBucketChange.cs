using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The transaction that the change of a bucket leaves. Only an expiration names its bucket. For pending points, the list of what is still
/// pending says whether the change can have been made.
/// </summary>
/// <param name="Card">The card.</param>
/// <param name="Kind">What is done.</param>
/// <param name="BucketId">The bucket.</param>
/// <param name="Claims">The transactions that this client knows to be its writes.</param>
internal sealed record ExpectedBucketChange(CardAddress Card, BucketChangeKind Kind, string BucketId, TransactionClaims Claims)
    : KeyedTransaction(Card.MemberId, $"{Kind.Name} of {BucketId}", Claims), IOnCard
{
    private bool _isPending;
    private bool _endedOtherwise;
    private long? _total;

    public override string About => $"the bucket '{BucketId}'";

    public override string MemoryKey => Card.Key;

    public override void BeginLookup() => (_isPending, _endedOtherwise) = (false, false);

    /// <summary>Takes what the list of pending points says.</summary>
    /// <param name="isPending">Whether the bucket is still pending.</param>
    /// <param name="total">Its points; null if they are not known.</param>
    public void See(bool isPending, long? total)
    {
        _isPending = isPending;
        _total = total ?? _total;
    }

    public override RowVerdict Judge(ITransactionRow row, RowAge age)
    {
        if (RecordedAs is null && row is CardTransaction transaction)
        {
            if (NamesBucket(transaction))
            {
                return Fits(transaction) ? StateOf(transaction) : RowVerdict.Unrelated;
            }

            _endedOtherwise |= age.IsAboutSinceFirstSend && transaction.TypeText == Kind.Other && HasTotal(transaction);

            // What is pending was not changed: an applied transaction is about another bucket.
            if (_isPending && StateOf(transaction) == RowVerdict.Applied)
            {
                return RowVerdict.Unrelated;
            }
        }

        return base.Judge(row, age);
    }

    public override LoyaltyException? ObjectionTo(Finding finding) =>
        base.ObjectionTo(finding) is { } objection ? objection
        : Kind.IsPending && !_isPending && !_endedOtherwise && RecordedAs is null && finding.Rejected is null
            ? new LoyaltyException($"The bucket '{BucketId}' is no longer pending, but no transaction shows what became of it.")
        : null;

    // A total that is not known speaks against nothing.
    protected override bool Fits(IListedTransaction transaction) =>
        transaction is CardTransaction change
        && (change.TypeText is not { } type || type == Kind.Type)
        && (change.BucketId.Length == 0 || change.BucketId == BucketId)
        && HasTotal(change);

    private bool NamesBucket(CardTransaction transaction) =>
        !Kind.IsPending && transaction.BucketId == BucketId;

    private bool HasTotal(CardTransaction transaction) =>
        _total is not { } total || transaction.Points is not { } points || Math.Abs((decimal)points) == total;
}
