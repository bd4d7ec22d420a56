using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>The orders that clients reported.</summary>
internal sealed class ShopOrderRegistry(IdGenerator ids)
{
    private readonly Dictionary<string, ShopOrder> _orders = new(StringComparer.Ordinal);

    /// <summary>Finds an order by id or by the caller's id.</summary>
    public ShopOrder? Find(string? id) => id is null ? null : _orders.GetValueOrDefault(id);

    /// <summary>Removes an order, if it exists.</summary>
    public bool Remove(string id)
    {
        if (Find(id) is not { } order)
        {
            return false;
        }

        _orders.Remove(order.Id);
        return order.SourceId is null || _orders.Remove(order.SourceId);
    }

    public ShopOrder Add(string? sourceId, DateTimeOffset now)
    {
        var order = new ShopOrder(ids.NextOrderId(), sourceId, now);
        _orders.Add(order.Id, order);
        if (sourceId is not null)
        {
            _orders[sourceId] = order;
        }

        return order;
    }
}
