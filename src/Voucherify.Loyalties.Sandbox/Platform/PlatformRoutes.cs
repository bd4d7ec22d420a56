using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Routing;
using Voucherify.Loyalties.Sandbox.V2;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>The routes of customers, orders and events, which all versions of the API share.</summary>
internal static class PlatformRoutes
{
    public static IEnumerable<Route> Build(SandboxV2Options options, Shop shop)
    {
        var customers = new CustomerHandler(shop.Customers);
        var orders = new OrderHandler(shop, options.RepeatedPaidOrder);
        var events = new EventHandler(shop, options.UnknownEvent);
        return
        [
            Route.ForScope("customers", "/v1/customers").On("POST", customers.Upsert).OnUnsupported("GET"),
            Route.ForScope("customers", "/v1/customers/{customerId}")
                .On("GET", customers.Get)
                .On("PUT", customers.Update)
                .On("DELETE", customers.Delete),
            Route.ForScope("customers", "/v1/customers/{customerId}/activity").On("GET", customers.ListActivity),
            Route.ForScope("orders", "/v1/orders").On("POST", orders.Upsert).OnUnsupported("GET"),
            Route.ForScope("orders", "/v1/orders/{orderId}").On("GET", orders.Get).On("PUT", orders.Update),
            Route.ForScope("events", "/v1/events").On("POST", events.Track),
        ];
    }
}
