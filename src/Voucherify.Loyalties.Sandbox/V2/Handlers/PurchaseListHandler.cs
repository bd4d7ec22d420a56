using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the purchases of a member, newest first. Refunds are not listed (assumed).</summary>
internal sealed class PurchaseListHandler(SandboxListOrders orders, RewardTrade rewards, V2Locator locator, ListResponder lists)
{
    private readonly ListSchema<RewardPurchase> _schema = TransactionSchema.Create<RewardPurchase>(
        "lcrstrx_",
        orders,
        static row => row.Id,
        static row => row.CreatedAt,
        ("id", FilterFields.Id<RewardPurchase>("lrtx_", static row => row.Id)),
        ("reward_id", FilterFields.Id<RewardPurchase>("lrew_", static row => row.RewardId)),
        ("card_definition_id", FilterFields.Id<RewardPurchase>("lcdef_", static row => row.CardDefinitionId)));

    public SandboxResponse List(SandboxCall call)
    {
        var time = call.SnapshotAt;
        return lists.Respond<Member, RewardPurchase>(
            call,
            _schema,
            locator.TryFindMember,
            member => rewards.Purchases.Of(member).Where(row => row.IsListedAt(time)),
            (writer, row) => RewardTransactionJson.Write(writer, row, time));
    }
}
