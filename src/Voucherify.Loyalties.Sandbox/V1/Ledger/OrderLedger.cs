using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Gives cards the points of paid orders, at once, and remembers the orders.</summary>
internal sealed class OrderLedger(IdGenerator ids, LedgerWriter book, PendingLedger pending)
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);

    /// <summary>Finds an order by its id or the caller's.</summary>
    public Order? Find(string? id) => id is null ? null : _orders.GetValueOrDefault(id);

    public SandboxOrder Pay(Card card, long amount, long discountAmount, string? sourceId)
    {
        var order = new Order(ids.NextOrderId(), sourceId, amount, discountAmount, ids.NextEventId());
        _orders[order.Id] = order;
        if (sourceId is not null)
        {
            _orders[sourceId] = order;
        }

        var tier = book.Tiers.Look(card, requestId: null);
        var (usable, waiting) = (0L, 0L);
        foreach (var (rule, points) in Earnings.Of(card.Campaign, tier, amount, order.TotalAmount, book.Now))
        {
            if (rule.PendingDays is { } days)
            {
                pending.Earn(card, points, book.Today.AddDays(days), order, rule);
                waiting += points;
            }
            else
            {
                Accrue(card, points, order, rule, tier);
                usable += points;
            }
        }

        return new SandboxOrder(order.Id, card.Code, amount, discountAmount, usable, waiting);
    }

    // One transaction for each rule: it names one (D). Without source, source_id and reason (A).
    private void Accrue(Card card, long points, Order order, StoredRule rule, Tier? tier)
    {
        book.Add(card, points, Expiration.Of(rule));
        book.Record(book.Describe(card, TransactionType.Accrual, points) with { Order = order, Rule = rule, Tier = tier }, requestId: null);
    }
}
