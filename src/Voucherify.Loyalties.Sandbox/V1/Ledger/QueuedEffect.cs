namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>An effect that was accepted and waits to be applied.</summary>
/// <param name="requestId">The request that asked for it.</param>
/// <param name="dueAt">When it is applied.</param>
internal abstract class QueuedEffect(string requestId, DateTimeOffset dueAt)
{
    public DateTimeOffset DueAt { get; } = dueAt;

    protected string RequestId { get; } = requestId;

    /// <summary>Adds what the effect will change to what the cards expect, or takes it back if the sign is -1.</summary>
    public abstract void ChangeExpectations(int sign);

    /// <summary>
    /// Applies the whole effect, or returns false. A balance is never negative (documented). The request was answered with 200, but
    /// since then the points may have expired, or another effect may have used them: then nothing happens at all (assumed).
    /// </summary>
    public abstract bool TryApply(LedgerWriter writer);
}
