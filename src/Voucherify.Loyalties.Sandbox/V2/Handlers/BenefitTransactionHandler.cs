using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the benefits that a member got, newest first.</summary>
internal sealed class BenefitTransactionHandler(SandboxListOrders orders, V2Locator locator, ListResponder lists)
{
    private readonly ListSchema<BenefitTransaction> _schema = TransactionSchema.Create<BenefitTransaction>(
        "lcrsbtx_",
        orders,
        static row => row.Id,
        static row => row.CreatedAt,
        ("benefit_id", FilterFields.Id<BenefitTransaction>("lben_", static row => row.Grant.BenefitId)));

    public SandboxResponse List(SandboxCall call) => lists.Respond<Member, BenefitTransaction>(
        call,
        _schema,
        locator.TryFindMember,
        member => member.BenefitTransactions.Where(row => row.RecordedAt <= call.SnapshotAt),
        BenefitTransactionJson.Write);
}
