using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>An effect that was accepted and waits to be applied.</summary>
/// <param name="requestId">The request that asked for it.</param>
/// <param name="timing">When it becomes visible.</param>
internal abstract class QueuedEffect(string requestId, EffectTiming timing)
{
    /// <summary>When it is applied.</summary>
    public DateTimeOffset DueAt => timing.AppliedAt;

    /// <summary>Adds what the effect will change to what the cards expect, or takes it back if the sign is -1.</summary>
    public abstract void ChangeExpectations(int sign);

    /// <summary>
    /// Applies the whole effect, or returns false. A balance is never negative (documented). The request was answered with 200, but
    /// since then the points may have expired, or another effect may have used them: then nothing happens at all (assumed).
    /// </summary>
    public abstract bool TryApply(LedgerWriter writer);

    /// <summary>Writes a transaction of the effect.</summary>
    protected void Record(LedgerWriter writer, Transaction transaction) =>
        writer.Record(transaction with { ListedAt = transaction.ListedAt + timing.ExtraListLag }, requestId);
}
