using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Customers;

/// <summary>Something that happens when customers buy or do something.</summary>
internal interface IShopListener
{
    /// <summary>An order was paid.</summary>
    void OnOrderPaid(ShopOrder order, SandboxCall call);

    /// <summary>An order that had been paid was canceled.</summary>
    void OnOrderCanceled(ShopOrder order, SandboxCall call);

    /// <summary>A custom event was tracked.</summary>
    void OnCustomEvent(ShopEvent tracked, SandboxCall call);
}
