using Voucherify.Loyalties.Models;
using Voucherify.Loyalties.Models.V2;
using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The transaction of a write that has no id of its own in the service. It is recognized by its key, which is what it is about: another
/// write may have the same one.
/// </summary>
/// <param name="MemberId">The member.</param>
/// <param name="SourceId">The id under which this client knows the write.</param>
/// <param name="Claims">The transactions that this client knows to be its writes.</param>
internal abstract record KeyedTransaction(string MemberId, string SourceId, TransactionClaims Claims)
    : ExpectedTransaction(MemberId, SourceId)
{
    /// <summary>What it is about, such as <c>the order 'ord_1'</c>.</summary>
    public abstract string About { get; }

    /// <summary>Transactions that the caller knows to be other writes.</summary>
    public IReadOnlyList<string> Known { get; init; } = [];

    public override string MemoryKey => CardAddress.QueueOf(MemberId);

    public override bool AllowsAnyOrder => true;

    public override RowVerdict Judge(ITransactionRow row, RowAge age) =>
        row is not IListedTransaction transaction ? RowVerdict.Unrelated
        : RecordedAs is { } id ? (row.RowId == id ? StateOf(transaction) : RowVerdict.Unrelated)
        : age.IsAboutSinceFirstSend && Fits(transaction) && !IsKnown(row) ? Judge(transaction, age.IsKnown)
        : RowVerdict.Unrelated;

    public override Finding Decide(Finding finding)
    {
        if (finding.Candidates is not { } rows || finding.Doubtful is not null)
        {
            return finding;
        }

        // A rejected one had no effect: it is this write only if no other one is.
        var candidates = rows.Cast<IListedTransaction>().Where(row => StateOf(row) != RowVerdict.Rejected).ToList();
        return candidates switch
        {
            [] => finding with { Candidates = null, Rejected = rows[0] },
            [var only] when Claims.MayAssume && Claims.TryClaim(only.RowId, SourceId) => Assumed(only),
            [var first, ..] => finding with { Candidates = candidates, Doubtful = first },
        };
    }

    public override void Mark(ITransactionRow found, bool isAssumed)
    {
        var transaction = (IListedTransaction)found;
        transaction.Recovered = true;
        transaction.Assumed = isAssumed;
    }

    public override LoyaltySourceIdConflictException ConflictWith(ITransactionRow found) => throw new NotSupportedException();

    public override LoyaltyException DoubtAbout(ITransactionRow found) =>
        new($"The transaction {found.RowId} of '{MemberId}' is about {About} too: it may be this write or another one. Check it by hand.");

    public override LoyaltyTransactionRejectedException RejectedBy(ITransactionRow found) =>
        LoyaltyTransactionRejectedException.Of((IListedTransaction)found, sourceId: null);

    /// <summary>Returns what speaks against the transaction of a response, or null.</summary>
    public virtual string? Complaint(IListedTransaction? transaction) =>
        transaction is not { RowId.Length: > 0 } ? "It names no transaction."
        : !Fits(transaction) ? $"Its transaction {transaction.RowId} is not about {About}."
        : null;

    /// <summary>Takes the transaction of a response.</summary>
    /// <returns>The transaction if it is not applied yet; null if it is.</returns>
    /// <exception cref="LoyaltyTransactionRejectedException">The service has rejected it already.</exception>
    public virtual string? Take(IListedTransaction transaction)
    {
        Claims.TryClaim(transaction.RowId, SourceId);
        return StateOf(transaction) switch
        {
            RowVerdict.Rejected => throw RejectedBy(transaction),
            RowVerdict.Applied => null,
            _ => transaction.RowId,
        };
    }

    /// <summary>Whether a transaction is about the same, as far as it says.</summary>
    protected abstract bool Fits(IListedTransaction transaction);

    protected static RowVerdict StateOf(IListedTransaction transaction) => transaction.StatusText switch
    {
        RewardTransactionStatus.Approved or RewardTransactionStatus.Refunded => RowVerdict.Applied,
        RewardTransactionStatus.Rejected => RowVerdict.Rejected,
        _ => RowVerdict.Recorded,
    };

    // A response without a date does not tell how old a transaction is: it may be that of an earlier call.
    private static RowVerdict Judge(IListedTransaction transaction, bool isAgeKnown) =>
        isAgeKnown || StateOf(transaction) == RowVerdict.Rejected ? RowVerdict.Candidate : RowVerdict.Doubtful;

    private static Finding Assumed(IListedTransaction only)
    {
        var assumed = new Finding { IsAssumed = true };
        return StateOf(only) == RowVerdict.Applied ? assumed with { Applied = only } : assumed with { Recorded = only };
    }

    // A row without an id cannot be told from another one.
    private bool IsKnown(ITransactionRow row) =>
        row.RowId is { Length: > 0 } id && (Known.Contains(id, StringComparer.Ordinal) || Claims.IsOther(id, SourceId));
}
