using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Models.V2;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>A write that is recognized by what it is about. Its response has nothing but a transaction.</summary>
/// <param name="Operation">The operation.</param>
/// <param name="Answer">What it responds with.</param>
/// <param name="Expected">The transaction that it leaves.</param>
/// <param name="Pending">What resumes it; null if nothing does.</param>
/// <param name="Build">Builds the request.</param>
internal sealed record KeyedWrite<TAnswer, TRow>(
    Operation<TAnswer> Operation,
    TransactionAnswer<TAnswer, TRow> Answer,
    KeyedTransaction Expected,
    PendingChange? Pending,
    Func<Task<HttpRequestMessage>> Build)
    where TAnswer : class
    where TRow : class, IListedTransaction
{
    /// <summary>Returns the transaction of a response.</summary>
    public TRow? TransactionOf(TAnswer response) => Answer.TransactionOf(response);

    /// <summary>The queue of its member.</summary>
    public string Queue => CardAddress.QueueOf(Expected.MemberId);

    /// <summary>What its errors carry.</summary>
    public CallSubject Subject => new(Expected.MemberId, null) { About = Expected.About, Pending = Pending };

    /// <summary>The name under which this client knows it.</summary>
    public WriteKey Key => new(Expected.MemoryKey, Expected.SourceId, IsTransfer: false);
}
