using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>
/// Records transactions, and approves or rejects them when they are due. The transactions of a card are processed in the order of their
/// ids (assumed).
/// </summary>
internal sealed class CardLedger(
    WorkQueue work,
    TransactionFactory transactions,
    BucketFactory buckets,
    CardJournal journal,
    TierTracker tiers)
{
    /// <summary>Records a transaction of a request.</summary>
    /// <param name="card">The card.</param>
    /// <param name="movement">What it does.</param>
    /// <param name="note">What it says about its cause.</param>
    /// <param name="call">The request.</param>
    /// <param name="ended">What happens once it is approved or rejected.</param>
    public CardTransaction Record(
        LoyaltyCard card, CardMovement movement, RecordedNote note, SandboxCall call, Action<DateTimeOffset>? ended = null)
    {
        var due = call.Effect.AppliedAt + call.Plan.StallTime;
        if (call.Plan.Fault != SandboxFault.Reorder)
        {
            due = card.LastDue = due > card.LastDue ? due : card.LastDue;
        }

        var transaction = transactions.Create(card, movement, note, call, due);
        card.Record(transaction);
        card.Queued += movement.Change;
        var (queued, isRejected) = (movement.Change, call.Plan.Fault == SandboxFault.RejectLate && !movement.IsCertain);
        work.Add(due, now =>
        {
            card.Queued -= queued;
            End(transaction, isRejected ? Rejection.UnexpectedError : movement.Check(card, now), now);
            ended?.Invoke(now);
        });
        return transaction;
    }

    /// <summary>Records a transaction that time causes, and approves it.</summary>
    public CardTransaction RecordApproved(LoyaltyCard card, CardMovement movement, RecordedNote note, DateTimeOffset now)
    {
        var transaction = transactions.Create(card, movement, note, now);
        card.Record(transaction);
        End(transaction, rejection: null, now);
        return transaction;
    }

    private void End(CardTransaction transaction, Rejection? rejection, DateTimeOffset now)
    {
        transaction.End(now, rejection);
        if (rejection is not null)
        {
            return;
        }

        var pendingBefore = transaction.Card.Counters.Pending;
        transaction.Movement.Apply(transaction.Card, buckets, now);
        journal.Add(transaction, pendingBefore, now);
        tiers.Update(transaction, now);
    }
}
