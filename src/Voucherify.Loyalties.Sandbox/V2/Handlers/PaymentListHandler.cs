using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the payments of a member, newest first.</summary>
internal sealed class PaymentListHandler(SandboxListOrders orders, OrderPayments payments, V2Locator locator, ListResponder lists)
{
    private readonly ListSchema<OrderTransaction> _schema = TransactionSchema.Create<OrderTransaction>(
        "lcrsotx_",
        orders,
        static row => row.Id,
        static row => row.CreatedAt,
        ("id", FilterFields.Id<OrderTransaction>("lotx_", static row => row.Id)),
        ("card_definition_id", FilterFields.Id<OrderTransaction>("lcdef_", static row => row.Quote.Card.DefinitionId)));

    public SandboxResponse List(SandboxCall call)
    {
        var time = call.SnapshotAt;
        return lists.Respond<Member, OrderTransaction>(
            call,
            _schema,
            locator.TryFindMember,
            member => payments.Of(member).Where(row => row.Movement.RecordedAt <= time && row.Movement.IsListedAt(time)),
            (writer, row) => OrderTransactionJson.Write(writer, row, time));
    }
}
