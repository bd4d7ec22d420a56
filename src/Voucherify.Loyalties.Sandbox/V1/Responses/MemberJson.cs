using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>A card. Every member of the vendor's object is there, null where the sandbox has nothing to say (E).</summary>
internal static class MemberJson
{
    /// <summary>The card as it is, or as it will be with points that were just promised to it.</summary>
    public static void Write(Utf8JsonWriter writer, Card card, long added = 0, long changed = 0)
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
        WritePoints(writer, card, added, changed);
        writer.WriteNull("start_date");
        writer.WriteNull("expiration_date");
        writer.WriteNull("validity_timeframe");
        writer.WriteNull("validity_day_of_week");
        writer.WriteNull("validity_hours");
        writer.WriteBoolean("active", true);
        writer.WriteNull("additional_info");
        WriteEmptyObject(writer, "metadata");
        WriteAssets(writer, card);
        writer.WriteBoolean("is_referral_code", false);
        writer.WriteInstant("created_at", card.CreatedAt);
        writer.WriteInstant("updated_at", card.UpdatedAt);
        writer.WriteString("holder_id", card.HolderId);
        WriteRedemption(writer, card);
        WritePublish(writer, card);
        writer.WriteStartArray("categories");
        writer.WriteEndArray();
        writer.WriteString("object", "voucher");
    }

    /// <summary>The card inside another object.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, Card card)
    {
        writer.WriteString("id", card.Id);
        writer.WriteString("code", card.Code);
        writer.WriteString("type", "LOYALTY_CARD");
        writer.WriteString("campaign", card.Campaign.Name);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteString("holder_id", card.HolderId);
        WritePoints(writer, card);
        writer.WriteBoolean("active", true);
        writer.WriteInstant("created_at", card.CreatedAt);
        writer.WriteString("object", "voucher");
    }

    private static void WritePoints(Utf8JsonWriter writer, Card card, long added = 0, long changed = 0)
    {
        writer.WriteStartObject("loyalty_card");
        writer.WriteNumber("points", card.Added + added);
        writer.WriteNumber("balance", card.Balance + changed);

        // E: both are absent when nothing expires.
        if (card.Buckets.NextToExpire is { ExpiresOn: { } lastDay } next)
        {
            writer.WriteDay("next_expiration_date", lastDay);
            writer.WriteNumber("next_expiration_points", next.Points);
        }

        writer.WriteNumber("pending_points", card.Pending);
        writer.WriteNumber("expired_points", card.Expired);
        writer.WriteNumber("subtracted_points", card.Subtracted);
        writer.WriteEndObject();
    }

    private static void WriteAssets(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject("assets");
        foreach (var kind in new[] { "qr", "barcode" })
        {
            writer.WriteStartObject(kind);
            writer.WriteString("id", $"{kind}-{card.Id}");
            writer.WriteString("url", $"https://assets.invalid/{kind}/{card.Id}");
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteRedemption(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject("redemption");
        writer.WriteNull("quantity");
        writer.WriteNumber("redeemed_points", card.Redeemed);
        writer.WriteNumber("redeemed_quantity", 0);
        writer.WriteString("object", "list");
        writer.WriteString("url", VoucherUrl(card, "redemptions"));
        writer.WriteEndObject();
    }

    private static void WritePublish(Utf8JsonWriter writer, Card card)
    {
        writer.WriteStartObject("publish");
        writer.WriteString("object", "list");
        writer.WriteNumber("count", card.HolderId is null ? 0 : 1);
        writer.WriteString("url", VoucherUrl(card, "publications"));
        writer.WriteEndObject();
    }

    private static string VoucherUrl(Card card, string list) => $"/v1/vouchers/{Uri.EscapeDataString(card.Code)}/{list}";

    private static void WriteEmptyObject(Utf8JsonWriter writer, string name)
    {
        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }
}
