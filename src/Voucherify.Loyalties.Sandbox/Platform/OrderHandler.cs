using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Platform;

/// <summary>
/// Creates, finds and changes orders. An order that becomes paid earns points, and one that is canceled later is refunded (documented).
/// </summary>
internal sealed class OrderHandler(Shop shop, SandboxPolicy repeatedPaidOrder)
{
    private readonly CustomerReader _customers = new(shop.Customers);

    /// <summary>Creates an order, or updates the one that the body names (documented).</summary>
    public SandboxResponse Upsert(SandboxCall call)
    {
        if (!TryRead(call, out var root, out var refusal))
        {
            return refusal!;
        }

        var (id, sourceId) = (JsonBody.FindString(root, "id"), JsonBody.FindString(root, "source_id"));
        if (id is not null && shop.Orders.Find(id) is null)
        {
            return Errors.ResourceNotFound(call, "order", id);
        }

        var known = shop.Orders.Find(id ?? sourceId);
        return Save(call, root, known ?? shop.Orders.Add(sourceId, call.Now), isNew: known is null);
    }

    public SandboxResponse Get(SandboxCall call) => Find(call) is { } order ? ShopOrderJson.Respond(order) : NotFound(call);

    public SandboxResponse Update(SandboxCall call)
    {
        if (!TryRead(call, out var root, out var refusal))
        {
            return refusal!;
        }

        return Find(call) is { } order ? Save(call, root, order, isNew: false) : NotFound(call);
    }

    private static bool TryRead(SandboxCall call, out JsonElement root, out SandboxResponse? refusal)
    {
        if (!RequestBody.TryReadObject(call, out root, out refusal))
        {
            return false;
        }

        var status = JsonBody.FindString(root, "status") ?? ShopOrder.Paid;
        refusal = status is "CREATED" or ShopOrder.Paid or ShopOrder.Canceled or "FULFILLED"
            ? null
            : Errors.InvalidPayload(call, "Property .status must be equal to one of the allowed values");
        return refusal is null;
    }

    private static SandboxResponse NotFound(SandboxCall call) =>
        Errors.ResourceNotFound(call, "order", call.RouteValues["orderId"]);

    private SandboxResponse Save(SandboxCall call, JsonElement root, ShopOrder order, bool isNew)
    {
        var wasPaid = order.Status == ShopOrder.Paid;
        order.Properties.Merge(root);
        order.UpdatedAt = isNew ? null : call.Now;
        if (JsonBody.TryFindObject(root, "customer", out var customer))
        {
            order.Customer = _customers.Upsert(customer, call) ?? order.Customer;
        }

        var response = ShopOrderJson.Respond(order);
        Tell(order, wasPaid, call);
        return response;
    }

    private void Tell(ShopOrder order, bool wasPaid, SandboxCall call)
    {
        if (order.Status == ShopOrder.Paid)
        {
            order.CanBeRefunded = true;
            if (!wasPaid || repeatedPaidOrder == SandboxPolicy.Accept)
            {
                shop.Listener?.OnOrderPaid(order, call);
            }
        }
        else if (order.Status == ShopOrder.Canceled && order.CanBeRefunded)
        {
            order.CanBeRefunded = false;
            shop.Listener?.OnOrderCanceled(order, call);
        }
    }

    private ShopOrder? Find(SandboxCall call) => shop.Orders.Find(call.RouteValues["orderId"]);
}
