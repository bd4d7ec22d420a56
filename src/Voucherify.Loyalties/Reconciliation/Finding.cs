using Voucherify.Loyalties.Models;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>What a card's transactions say about a write; all members are null when it is absent.</summary>
/// <param name="Applied">The transaction that the write left.</param>
/// <param name="Conflict">A transaction of another write with its id.</param>
/// <param name="Doubtful">A transaction that may be the write, changed on the way.</param>
internal readonly record struct Finding(ITransactionRow? Applied, ITransactionRow? Conflict, ITransactionRow? Doubtful)
{
    /// <summary>All transactions that may be the write, but may also be another one; null if no transaction may be.</summary>
    public IReadOnlyList<ITransactionRow>? Candidates { get; init; }

    /// <summary>Whether the write is assumed to be the only candidate.</summary>
    public bool IsAssumed { get; init; }

    /// <summary>A transaction of the write that is not applied yet.</summary>
    public ITransactionRow? Recorded { get; init; }

    /// <summary>A transaction of the write that the service has rejected.</summary>
    public ITransactionRow? Rejected { get; init; }

    /// <summary>Whether the write was found more than once.</summary>
    public bool IsDuplicate { get; init; }

    /// <summary>Whether an old list was among those that were read: what was listed since then may be missing.</summary>
    public bool IsOld { get; init; }
}
