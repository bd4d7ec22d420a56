using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.V1.Ledger;

/// <summary>Creates orders that were paid with the key of the sandbox.</summary>
internal sealed class OrderFactory(IdGenerator ids, string appId)
{
    /// <summary>Creates an order.</summary>
    /// <param name="amount">What it costs.</param>
    /// <param name="sourceId">The caller's id of the order, or null.</param>
    /// <param name="now">When it was paid.</param>
    /// <param name="id">The id, or null for a generated one.</param>
    public Order Create(OrderAmount amount, string? sourceId, DateTimeOffset now, string? id = null)
    {
        var paid = new OrderPaidEvent(ids.NextEventId(), ids.NextRequestId(), appId, now);
        return new Order(id ?? ids.NextOrderId(), sourceId, amount, paid);
    }
}
