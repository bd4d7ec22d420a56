using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Gives bought rewards: invents codes, and adds the points of a reward to their card.</summary>
internal sealed class RewardGiver(IdGenerator codes, CardLedger ledger, BucketFactory buckets)
{
    private const string CodePattern = "########";
    private const string CodeCharset = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    public RewardFulfilment Give(RewardPurchase purchase, DateTimeOffset now)
    {
        var quote = purchase.Quote;
        if (quote.Target is { } target)
        {
            var links = new MovementLinks
            {
                RewardId = quote.RewardId,
                RewardTransactionId = purchase.Id,
                CardTransactionId = purchase.Movement.Id,
            };
            var movement = new PointsPurchased(DigitalReward.PointsOf(quote.Reward), buckets.ExpirationOf(target, now), links);
            return new(CodeId: null, Code: null, ledger.RecordApproved(target, movement, new RecordedNote(purchase.Reason), now));
        }

        return DigitalReward.TypeOf(quote.Reward) is "DISCOUNT_COUPONS" or "GIFT_VOUCHERS"
            ? new(codes.NextVoucherId(), codes.NextCode(CodePattern, CodeCharset), Target: null)
            : new(CodeId: null, Code: null, Target: null);
    }
}
