using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Describes orders and events for earning rules.</summary>
internal static class EarningFactsFactory
{
    public static EarningFacts Of(ShopOrder order) => new()
    {
        Event = EarningTrigger.OrderPaid,
        OrderId = order.Id,
        HasOrder = true,
        Amount = order.Amount,
        InitialAmount = order.InitialAmount,
        TotalAmount = order.TotalAmount,
        Items = [.. order.Items.Select(ItemOf)],
        OrderMetadata = order.Metadata,
        CustomerMetadata = order.Customer?.Profile.FindObject("metadata"),
    };

    public static EarningFacts Of(ShopEvent tracked) => new()
    {
        Event = EarningTrigger.CustomEvent,
        SchemaId = tracked.SchemaId,
        EventMetadata = tracked.Metadata,
        CustomerMetadata = tracked.Customer.Profile.FindObject("metadata"),
    };

    private static EarningItem ItemOf(JsonElement item) => new(
        JsonBody.FindString(item, "product_id"),
        JsonBody.FindString(item, "sku_id"),
        ShopOrder.FindNumber(item, "quantity") ?? 1,
        ShopOrder.AmountOf(item),
        ShopOrder.FindNumber(item, "discount_amount") ?? 0);
}
