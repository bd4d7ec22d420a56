using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the changes of the tiers of a member, newest first.</summary>
internal sealed class TierTransactionHandler(SandboxListOrders orders, V2Locator locator, ListResponder lists)
{
    private readonly ListSchema<TierTransaction> _schema = TransactionSchema.Create<TierTransaction>(
        "lcrsttx_",
        orders,
        static row => row.Id,
        static row => row.CreatedAt,
        ("card_id", FilterFields.Id<TierTransaction>("lcrd_", static row => row.Card.Id)),
        ("card_definition_id", FilterFields.Id<TierTransaction>("lcdef_", static row => row.Card.DefinitionId))) with
    {
        // Only the limit of this list may change (documented).
        BindsLimit = false,
    };

    public SandboxResponse List(SandboxCall call) => lists.Respond<Member, TierTransaction>(
        call,
        _schema,
        locator.TryFindMember,
        member => member.TierTransactions.Where(row => row.RecordedAt <= call.SnapshotAt),
        TierTransactionJson.Write);
}
