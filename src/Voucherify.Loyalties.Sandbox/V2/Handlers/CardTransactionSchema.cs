using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>What lists of transactions of cards can be sorted and filtered by.</summary>
internal static class CardTransactionSchema
{
    public static ListSchema<CardTransaction> Create(SandboxListOrders orders) => TransactionSchema.Create<CardTransaction>(
        "lcrsctx_",
        orders,
        static row => row.Id,
        static row => row.CreatedAt,
        ("id", FilterFields.Id<CardTransaction>("lctx_", static row => row.Id)),
        ("card_definition_id", FilterFields.Id<CardTransaction>("lcdef_", static row => row.Card.DefinitionId)));
}
