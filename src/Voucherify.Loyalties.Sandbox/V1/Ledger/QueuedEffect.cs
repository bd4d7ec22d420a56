namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Something that was answered and waits to be applied.</summary>
/// <param name="requestId">The request that asked for it.</param>
/// <param name="dueAt">When it is applied.</param>
internal abstract class QueuedEffect(string requestId, DateTimeOffset dueAt)
{
    public DateTimeOffset DueAt { get; } = dueAt;

    protected string RequestId { get; } = requestId;

    /// <summary>Adds what it will do to the balances to (or, with -1, takes it off) what the cards expect.</summary>
    public abstract void Expect(int sign);

    /// <summary>
    /// Applies it as a whole, or says no. A balance is never negative (D). The request was answered with 200 before, but
    /// the points may have expired or been overtaken since: then nothing happens at all (A).
    /// </summary>
    public abstract bool TryApply(LedgerWriter book);
}
