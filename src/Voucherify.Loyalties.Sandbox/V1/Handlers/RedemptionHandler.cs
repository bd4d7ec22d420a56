using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Requests;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>Spends points of a card on a reward with a fixed price. The sandbox does not support payments of orders with points.</summary>
internal sealed class RedemptionHandler(SandboxV1Options options, ResourceLocator locator, V1Store store)
{
    private readonly RedemptionReader _reader = new(store);

    public SandboxResponse Redeem(SandboxCall call)
    {
        if (!RequestBody.TryReadObject(call, out var root, out var refusal) || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        // An absent reward is an error (documented). So is a reward without an id (assumed).
        if (RedemptionReader.FindRewardId(root) is not { } rewardId)
        {
            return Errors.MissingReward(call);
        }

        // Taking the fixed price instead of the given points would let a test with a wrong number pass. A 400, because nothing was done.
        if (RedemptionReader.NamesPoints(root))
        {
            return Errors.NotSupported(call, "payments with points: its rewards have a fixed price", status: 400);
        }

        if (store.Rewards.FindFor(card, rewardId, call.Id) is not { } reward)
        {
            return Errors.ResourceNotFound(call, "reward", rewardId);
        }

        return Refuse(call, card, reward) ?? Accept(call, card, _reader.Read(root, card, reward));
    }

    private SandboxResponse? Refuse(SandboxCall call, Card card, PricedReward reward)
    {
        if (card.HolderId is null && options.CardWithoutHolder == SandboxPolicy.Reject)
        {
            return Errors.NotPublished(call);
        }

        return card.ExpectedBalance < reward.Points ? Errors.PointsExceeded(call, card.Code) : null;
    }

    private SandboxResponse Accept(SandboxCall call, Card card, StoredRedemption redemption)
    {
        var response = JsonResponse.Object(writer => RedemptionJson.WriteWithCard(writer, redemption, card));
        store.Points.Redeem(card, redemption, call);
        return response;
    }
}
