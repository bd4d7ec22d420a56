using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Records transactions, and approves or rejects them when they are due. The transactions of a card are processed in the order of their
/// ids (assumed).
/// </summary>
internal sealed class CardLedger(WorkQueue work, TimedIds ids, BucketFactory buckets, CardJournal journal, LedgerPolicy policy)
{
    private const string Prefix = "lctx_";

    /// <summary>Records a transaction of a request.</summary>
    public CardTransaction Record(LoyaltyCard card, CardMovement movement, string? reason, SandboxCall call)
    {
        var lag = call.Effect.AppliedAt - call.Now;
        var due = call.Effect.AppliedAt + call.Plan.StallTime;
        if (call.Plan.Fault != SandboxFault.Reorder)
        {
            due = card.LastDue = due > card.LastDue ? due : card.LastDue;
        }

        var transaction = new CardTransaction(ids.Next(Prefix, call.Now), card, movement)
        {
            SentReason = reason,
            Reason = RecordedReason.Of(reason, policy.ReasonStorage, call.Plan),
            RecordedAt = call.Now,
            RequestId = call.Id,

            // For the second half of its time (assumed).
            ProcessingAt = due - (lag / 2),
            ListedAt = call.Now + policy.ListLag + call.Effect.ExtraListLag,
            HideTime = call.Plan.HideTime,
        };
        card.Record(transaction);
        card.Queued += movement.Change;
        var isRejected = call.Plan.Fault == SandboxFault.RejectLate;
        work.Add(due, now => Process(transaction, movement.Change, isRejected, now));
        return transaction;
    }

    private void Process(CardTransaction transaction, long queued, bool isRejected, DateTimeOffset now)
    {
        var (card, movement) = (transaction.Card, transaction.Movement);
        card.Queued -= queued;
        var rejection = isRejected ? Rejection.UnexpectedError : movement.Check(card);
        transaction.End(now, rejection);
        if (rejection is not null)
        {
            return;
        }

        var pendingBefore = card.Counters.Pending;
        movement.Apply(card, buckets, now);
        journal.Add(transaction, pendingBefore, now);
    }
}
