using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Creates transactions.</summary>
internal sealed class TransactionFactory(TimedIds ids, LedgerPolicy policy)
{
    private const string Prefix = "lctx_";

    /// <summary>Creates the transaction of a request.</summary>
    public CardTransaction Create(LoyaltyCard card, CardMovement movement, RecordedNote note, SandboxCall call, DateTimeOffset due) =>
        new(ids.Next(Prefix, call.Now), card, movement)
        {
            Note = note,
            RecordedAt = call.Now,
            RequestId = call.Id,

            // For the second half of its time (assumed).
            ProcessingAt = due - ((call.Effect.AppliedAt - call.Now) / 2),
            ListedAt = call.Now + policy.ListLag + call.Effect.ExtraListLag,
            HideTime = call.Plan.HideTime,
        };

    /// <summary>Creates a transaction that time causes.</summary>
    public CardTransaction Create(LoyaltyCard card, CardMovement movement, RecordedNote note, DateTimeOffset now) =>
        new(ids.Next(Prefix, now), card, movement)
        {
            Note = note,
            RecordedAt = now,
            ProcessingAt = now,
            ListedAt = now + policy.ListLag,
        };
}
