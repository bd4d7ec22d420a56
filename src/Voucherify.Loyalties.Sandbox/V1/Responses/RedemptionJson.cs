using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes redemptions.</summary>
internal static class RedemptionJson
{
    /// <summary>Writes a redemption.</summary>
    public static void Write(Utf8JsonWriter writer, StoredRedemption redemption, Card card)
    {
        writer.WriteString("id", redemption.Id);
        writer.WriteString("object", "redemption");
        writer.WriteInstant("date", redemption.Order.Paid.CreatedAt);
        writer.WriteString("customer_id", card.HolderId);
        writer.WriteNull("tracking_id");
        writer.WriteRaw("metadata", redemption.Metadata);

        // The points that were used (documented).
        writer.WriteNumber("amount", redemption.Reward.Points);
        writer.WriteNull("redemption");
        writer.WriteString("result", "SUCCESS");
        writer.WriteString("status", "SUCCEEDED");
        writer.WriteObject("order", order => WriteOrder(order, redemption, card));
        writer.WriteObject("channel", static channel =>
        {
            channel.WriteString("channel_id", "sandbox");
            channel.WriteString("channel_type", "API");
        });
        CustomerJson.WriteProperty(writer, "customer", card, redemption.Holder);
        writer.WriteString("related_object_type", "voucher");
        writer.WriteString("related_object_id", card.Id);
        writer.WriteObject("reward", reward => WriteReward(reward, redemption.Reward));
        writer.WriteObject("loyalty_card", points => points.WriteNumber("points", redemption.Reward.Points));
    }

    /// <summary>Writes the response to a redemption, with the card as it will be.</summary>
    public static void WriteWithCard(Utf8JsonWriter writer, StoredRedemption redemption, Card card)
    {
        Write(writer, redemption, card);
        var points = redemption.Reward.Points;
        writer.WriteObject("voucher", voucher =>
        {
            MemberJson.Write(voucher, card, new CardChange
            {
                Balance = card.Queued - points,
                RedeemedPoints = card.QueuedRedemptions.Points + points,
                RedeemedQuantity = card.QueuedRedemptions.Quantity + 1,
            });
            CustomerJson.WriteProperty(voucher, "holder", card, redemption.Holder);
        });
    }

    /// <summary>Writes the part of an activity that describes its redemption.</summary>
    public static void WriteActivity(Utf8JsonWriter writer, StoredRedemption redemption, Card card)
    {
        CustomerJson.WriteProperty(writer, "holder", card, redemption.Holder);
        writer.WriteObject("order", order => WriteOrder(order, redemption, card));
        writer.WriteObject("redemption", inner => Write(inner, redemption, card));
    }

    // The order has the product of the reward (assumed).
    private static void WriteOrder(Utf8JsonWriter writer, StoredRedemption redemption, Card card)
    {
        OrderJson.Write(writer, redemption.Order, card);
        writer.WriteArray<StoredReward>("items", [redemption.Reward.Reward], WriteItem);
        writer.WriteObject("redemptions", all => all.WriteObject(redemption.Id, entry =>
        {
            entry.WriteInstant("date", redemption.Order.Paid.CreatedAt);
            entry.WriteString("related_object_type", "voucher");
            entry.WriteString("related_object_id", card.Id);
            entry.WriteString("related_object_parent_id", card.Campaign.Id);
        }));
    }

    private static void WriteItem(Utf8JsonWriter writer, StoredReward reward)
    {
        writer.WriteString("object", "order_item");
        writer.WriteNull("source_id");
        writer.WriteString("product_id", RewardJson.ProductIdOf(reward));
        writer.WriteString("related_object", "product");
        writer.WriteNumber("quantity", 1);
        writer.WriteNumber("amount", 0);
        writer.WriteNumber("price", 0);
        writer.WriteNumber("subtotal_amount", 0);
        writer.WriteObject("product", product => RewardJson.WriteOrderedProduct(product, reward));
        writer.WriteEmptyObject("metadata");
    }

    private static void WriteReward(Utf8JsonWriter writer, PricedReward priced)
    {
        writer.WriteNull("customer");
        writer.WriteString("assignment_id", priced.AssignmentId);
        writer.WriteNull("voucher");
        writer.WriteObject("product", product => RewardJson.WriteProduct(product, priced.Reward));
        writer.WriteNull("sku");
        writer.WriteString("loyalty_tier_id", priced.TierId);
        RewardJson.WriteRedeemed(writer, priced.Reward);
    }
}
