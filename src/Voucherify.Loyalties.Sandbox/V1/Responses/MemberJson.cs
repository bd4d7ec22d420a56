using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>
/// Writes cards. Every property of the vendor's object is present, as in the examples. Those that the sandbox knows nothing about are null.
/// </summary>
internal static class MemberJson
{
    /// <summary>Writes a card as it is, or as it will be with points that were just accepted.</summary>
    public static void Write(Utf8JsonWriter writer, Card card, CardChange change = default)
    {
        writer.WriteString("id", card.Id);
        writer.WriteString("code", card.Code);
        writer.WriteString("campaign", card.Campaign.Name);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteNull("category");
        writer.WriteNull("category_id");
        writer.WriteString("type", "LOYALTY_CARD");
        writer.WriteNull("discount");
        writer.WriteNull("gift");
        writer.WriteObject("loyalty_card", points => WritePoints(points, card, change));
        writer.WriteNull("start_date");
        writer.WriteNull("expiration_date");
        writer.WriteNull("validity_timeframe");
        writer.WriteNull("validity_day_of_week");
        writer.WriteNull("validity_hours");
        writer.WriteBoolean("active", card.IsActive);
        writer.WriteNull("additional_info");
        writer.WriteEmptyObject("metadata");
        writer.WriteObject("assets", assets =>
        {
            assets.WriteObject("qr", qr => WriteAsset(qr, card, "qr"));
            assets.WriteObject("barcode", barcode => WriteAsset(barcode, card, "barcode"));
        });
        writer.WriteBoolean("is_referral_code", false);
        writer.WriteInstant("created_at", card.CreatedAt);
        writer.WriteInstant("updated_at", card.UpdatedAt);
        writer.WriteString("holder_id", card.HolderId);
        writer.WriteObject("redemption", redemption =>
        {
            WriteRedemptions(redemption, card, change);
            redemption.WriteString("object", "list");
            redemption.WriteString("url", UrlOf(card, "redemptions"));
        });
        writer.WriteObject("publish", publish =>
        {
            publish.WriteString("object", "list");
            publish.WriteNumber("count", card.HolderId is null ? 0 : 1);
            publish.WriteString("url", UrlOf(card, "publications"));
        });
        writer.WriteEmptyArray("categories");
        writer.WriteString("object", "voucher");
    }

    /// <summary>Writes a card inside another object.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, Card card)
    {
        writer.WriteString("id", card.Id);
        writer.WriteString("code", card.Code);
        writer.WriteString("type", "LOYALTY_CARD");
        writer.WriteString("campaign", card.Campaign.Name);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteString("holder_id", card.HolderId);
        writer.WriteObject("loyalty_card", points => WritePoints(points, card));
        writer.WriteBoolean("is_referral_code", false);
        writer.WriteBoolean("active", card.IsActive);
        writer.WriteEmptyObject("metadata");
        writer.WriteEmptyArray("categories");
        writer.WriteInstant("created_at", card.CreatedAt);
        writer.WriteInstant("updated_at", card.UpdatedAt);
        writer.WriteObject("redemption", redemption => WriteRedemptions(redemption, card));
        writer.WriteString("object", "voucher");
    }

    private static void WritePoints(Utf8JsonWriter writer, Card card, CardChange change = default)
    {
        writer.WriteNumber("points", card.Added + change.Points);
        writer.WriteNumber("balance", card.Balance + change.Balance);

        // Both are absent if nothing expires, as in the examples.
        if (card.Buckets.NextToExpire is { ExpiresOn: { } lastDay } next)
        {
            writer.WriteDay("next_expiration_date", lastDay);
            writer.WriteNumber("next_expiration_points", next.Points);
        }

        writer.WriteNumber("pending_points", card.Pending);
        writer.WriteNumber("expired_points", card.Expired);
        writer.WriteNumber("subtracted_points", card.Subtracted);
    }

    private static void WriteRedemptions(Utf8JsonWriter writer, Card card, CardChange change = default)
    {
        writer.WriteNull("quantity");
        writer.WriteNumber("redeemed_points", card.Redeemed + change.RedeemedPoints);
        writer.WriteNumber("redeemed_quantity", card.Redemptions + change.RedeemedQuantity);
    }

    private static void WriteAsset(Utf8JsonWriter writer, Card card, string kind)
    {
        writer.WriteString("id", $"{kind}-{card.Id}");
        writer.WriteString("url", $"https://assets.invalid/{kind}/{card.Id}");
    }

    private static string UrlOf(Card card, string list) => $"/v1/vouchers/{Uri.EscapeDataString(card.Code)}/{list}";
}
