using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Points that are spent on a reward.</summary>
internal sealed class RedemptionEffect(Card card, SandboxReward reward, string redemptionId, JsonElement? metadata, string requestId, DateTimeOffset dueAt)
    : QueuedEffect(requestId, dueAt)
{
    public override void Expect(int sign) => card.Queued -= sign * reward.Points;

    public override bool TryApply(LedgerWriter book)
    {
        if (card.Balance < reward.Points)
        {
            return false;
        }

        card.Redeem(reward.Points, book.Now);

        // D/E: no source, no source_id and no reason.
        book.Record(book.Describe(card, TransactionType.Redemption, -reward.Points) with
        {
            RedemptionId = redemptionId,
            Reward = reward,
            Metadata = metadata,
        }, RequestId);
        return true;
    }
}
