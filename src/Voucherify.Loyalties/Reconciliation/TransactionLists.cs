namespace Voucherify.Loyalties.Reconciliation;

/// <summary>The lists in which lost writes are found.</summary>
internal sealed class TransactionLists
{
    /// <summary>The transactions of a card in version 1 of the API.</summary>
    public required ITransactionPages Balance { get; init; }

    /// <summary>The transactions of a card in version 2 of the API.</summary>
    public required ITransactionPages Cards { get; init; }

    /// <summary>The transactions of a card, for changes of buckets of pending points.</summary>
    public required ITransactionPages PendingPoints { get; init; }

    /// <summary>The payments of a member.</summary>
    public required ITransactionPages Payments { get; init; }

    /// <summary>The purchases of a member.</summary>
    public required ITransactionPages Purchases { get; init; }

    /// <summary>Returns the list that shows a transaction.</summary>
    public ITransactionPages PagesFor(ExpectedTransaction expected) => expected switch
    {
        ExpectedPayment => Payments,
        IOfMember => Purchases,
        ExpectedBucketChange { Kind.IsPending: true } => PendingPoints,
        IOnCard => Cards,
        _ => Balance,
    };
}
