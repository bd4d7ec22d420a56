using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the transactions of a card, newest first.</summary>
internal sealed class CardTransactionHandler(SandboxListOrders orders, V2Locator locator, ListResponder lists)
{
    private readonly ListSchema<CardTransaction> _schema = CardTransactionSchema.Create(orders);

    public SandboxResponse List(SandboxCall call)
    {
        var time = call.SnapshotAt;
        return lists.Respond<LoyaltyCard, CardTransaction>(
            call,
            _schema,
            locator.TryFindCard,
            card => card.Transactions.Where(row => row.RecordedAt <= time && row.IsListedAt(time)),
            (writer, row) => CardTransactionJson.Write(writer, row, time));
    }
}
