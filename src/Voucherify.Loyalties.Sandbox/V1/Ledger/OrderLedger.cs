using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Gives cards the points of paid orders, at once, and remembers the orders.</summary>
internal sealed class OrderLedger(OrderFactory factory, LedgerWriter writer, PendingLedger pending)
{
    private readonly Dictionary<string, Order> _orders = new(StringComparer.Ordinal);

    /// <summary>Finds an order by id or by the caller's id.</summary>
    public Order? Find(string? id) => id is null ? null : _orders.GetValueOrDefault(id);

    /// <summary>Returns how many points an order would earn.</summary>
    /// <param name="campaign">The campaign.</param>
    /// <param name="card">The card of the member, or null if the customer is not a member.</param>
    /// <param name="amount">What the order costs.</param>
    /// <param name="requestId">The request that asks.</param>
    public long Estimate(Campaign campaign, Card? card, OrderAmount amount, string requestId)
    {
        var tier = card is null ? null : writer.Tiers.Update(card, requestId);
        return Earnings.Of(campaign, tier, amount, writer.Now).Sum(static earned => earned.Points);
    }

    /// <summary>Pays an order.</summary>
    /// <exception cref="NotSupportedException">The sandbox cannot compute the points of a rule. Nothing was earned.</exception>
    public SandboxOrder Pay(Card card, long grossAmount, long discountAmount, string? sourceId)
    {
        if (Earnings.FindUnsupported(card.Campaign, writer.Now) is { } feature)
        {
            throw new NotSupportedException($"The sandbox does not support {feature}.");
        }

        var amount = new OrderAmount(grossAmount, discountAmount);
        var order = Add(amount, sourceId);
        var tier = writer.Tiers.Update(card, requestId: null);
        var (earned, waiting) = (0L, 0L);
        foreach (var (rule, points) in Earnings.Of(card.Campaign, tier, amount, writer.Now))
        {
            if (rule.PendingDays is not null)
            {
                pending.Earn(card, points, order, rule, tier);
                waiting += points;
            }
            else
            {
                Accrue(card, points, order, rule, tier);
                earned += points;
            }
        }

        return new SandboxOrder
        {
            Id = order.Id,
            CardCode = card.Code,
            Amount = amount.Gross,
            DiscountAmount = amount.Discount,
            EarnedPoints = earned,
            PendingPoints = waiting,
        };
    }

    /// <summary>Gives a card pending points of an order and a rule that the sandbox does not know.</summary>
    public PendingEntry AddPending(Card card, long points, DateOnly activatesOn, string? orderId) =>
        pending.Add(card, points, activatesOn, factory.Create(amount: default, sourceId: null, writer.Now, orderId));

    /// <summary>Returns the order of a redemption, which earns nothing: a known one, as the request describes it, or a new one.</summary>
    public Order CreateForRedemption(OrderAmount amount, string? sourceId, Order? known) =>
        factory.Create(amount, sourceId ?? known?.SourceId, writer.Now, known?.Id);

    private Order Add(OrderAmount amount, string? sourceId)
    {
        var order = factory.Create(amount, sourceId, writer.Now);
        _orders[order.Id] = order;
        if (sourceId is not null)
        {
            _orders[sourceId] = order;
        }

        return order;
    }

    // One transaction for each rule, because a transaction names one (documented). Without source, source_id and reason (assumed).
    private void Accrue(Card card, long points, Order order, StoredRule rule, Tier? tier)
    {
        writer.AddPoints(card, points, Expiration.Of(rule));
        var transaction = writer.CreateTransaction(card, TransactionType.Accrual, points);
        writer.Record(transaction with { Order = order, Rule = rule, Tier = tier }, requestId: null);
    }
}
