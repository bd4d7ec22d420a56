using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>What lists of transactions of cards can be sorted and filtered by.</summary>
internal static class CardTransactionSchema
{
    public static ListSchema<CardTransaction> Create(SandboxListOrders orders)
    {
        var allowed = new Dictionary<string, Func<CardTransaction, IComparable>>(StringComparer.Ordinal);
        if (orders != SandboxListOrders.CreatedAt)
        {
            allowed.Add("id", static row => row.Id);
        }

        if (orders != SandboxListOrders.Id)
        {
            allowed.Add("created_at", static row => row.CreatedAt);
        }

        return new ListSchema<CardTransaction>("lcrsctx_", orders == SandboxListOrders.CreatedAt ? "-created_at" : "-id")
        {
            Id = static row => row.Id,
            Orders = allowed,
            Filters = new Dictionary<string, FilterField<CardTransaction>>(StringComparer.Ordinal)
            {
                ["id"] = FilterFields.Id<CardTransaction>("lctx_", static row => row.Id),
                ["card_definition_id"] = FilterFields.Id<CardTransaction>("lcdef_", static row => row.Card.Definition.Id),
                ["created_at"] = FilterFields.Time<CardTransaction>(static row => row.CreatedAt),
            },
            BindsLimit = true,
        };
    }
}
