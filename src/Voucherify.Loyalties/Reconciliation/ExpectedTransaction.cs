using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The transaction that a write leaves on a card, if it was applied.</summary>
/// <param name="MemberId">The card; in version 2 of the API, the member.</param>
/// <param name="SourceId">The id that the write was sent with.</param>
internal abstract record ExpectedTransaction(string MemberId, string SourceId)
{
    /// <summary>The card under which this client remembers sends of the write.</summary>
    public abstract string MemoryKey { get; }

    /// <summary>The transaction that the service has recorded for the write, if it has named it; otherwise null.</summary>
    public string? RecordedAs { get; init; }

    /// <summary>The transaction that a list is asked for by its id; null for all transactions.</summary>
    public virtual string? NamedId => RecordedAs;

    /// <summary>Whether an id of the card is that of another write of this client; null if none is known.</summary>
    public Func<string, bool>? IsOther { get; init; }

    /// <summary>Whether a list whose rows are not ordered from new to old can still be read, up to its end.</summary>
    public virtual bool AllowsAnyOrder => false;

    /// <summary>Forgets what an earlier lookup has shown.</summary>
    public virtual void BeginLookup()
    {
    }

    /// <summary>Judges a transaction of the card.</summary>
    public abstract RowVerdict Judge(ITransactionRow row, RowAge age);

    /// <summary>Decides what all transactions that were judged say together.</summary>
    public virtual Finding Decide(Finding finding) => finding;

    /// <summary>Returns what speaks against the absence of the write, or null.</summary>
    public virtual LoyaltyException? ObjectionTo(Finding finding) => finding switch
    {
        { Doubtful: { } doubtful } => DoubtAbout(doubtful),
        { Conflict: { } other } => ConflictWith(other),
        _ => null,
    };

    /// <summary>Whether a transaction that looks like this write is that of another write of this client.</summary>
    public virtual bool IsOfAnotherWrite(ITransactionRow row, HashSet<string> others) => false;

    /// <summary>Notes on the transaction of the write how it was found.</summary>
    /// <param name="found">The transaction.</param>
    /// <param name="isAssumed">Whether it is taken for the write because it is the only candidate.</param>
    public virtual void Mark(ITransactionRow found, bool isAssumed)
    {
    }

    /// <summary>Creates the error of an id that another write has.</summary>
    public abstract LoyaltySourceIdConflictException ConflictWith(ITransactionRow found);

    /// <summary>Creates the error of a transaction that may be this one.</summary>
    public abstract LoyaltyException DoubtAbout(ITransactionRow found);

    /// <summary>Creates the error of a write that the service has recorded and then rejected.</summary>
    public virtual LoyaltyTransactionRejectedException RejectedBy(ITransactionRow found) => throw new NotSupportedException();

    /// <summary>Whether another call with the id found that its own write was not applied, because one of these transactions was.</summary>
    public static bool IsAppliedInsteadOf(WriteOutcome? other, ExpectedTransaction[] transactions) =>
        other?.Existing is { } row
        && Array.Exists(transactions, one => one.Judge(row, RowAge.Recent) == RowVerdict.Applied);
}
