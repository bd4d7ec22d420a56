using Voucherify.Loyalties.Sandbox.Ids;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>What all versions of the API share: customers, orders and events.</summary>
internal sealed class Shop(IdGenerator ids)
{
    public CustomerRegistry Customers { get; } = new(ids);

    public ShopOrderRegistry Orders { get; } = new(ids);

    /// <summary>What happens when customers buy or do something.</summary>
    public IShopListener? Listener { get; set; }

    public EventSchemas Events { get; } = new(ids);
}
