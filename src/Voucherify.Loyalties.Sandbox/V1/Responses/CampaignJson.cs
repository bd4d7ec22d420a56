using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>A campaign. What a request set comes back as it was sent; its cards are made at once, so its creation is always done (A).</summary>
internal static class CampaignJson
{
    private const string Done = "DONE";

    public static void Write(Utf8JsonWriter writer, Campaign campaign, int cards, DateTimeOffset now)
    {
        var settings = campaign.Settings;
        writer.WriteString("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        settings.Write(writer, "description");
        writer.WriteString("campaign_type", "LOYALTY_PROGRAM");
        writer.WriteString("type", campaign.IsAutoUpdate ? "AUTO_UPDATE" : "STATIC");
        writer.WriteObject("voucher", inner => WriteVoucher(inner, campaign));
        writer.WriteBoolean("auto_join", campaign.IsAutoJoin);

        // D: forced for loyalty programs.
        writer.WriteBoolean("join_once", true);
        writer.WriteBoolean("use_voucher_metadata_schema", settings.IsTrue("use_voucher_metadata_schema"));
        settings.Write(writer, "validity_timeframe");
        settings.Write(writer, "validity_day_of_week");
        settings.Write(writer, "validity_hours");
        settings.Write(writer, "activity_duration_after_publishing");
        writer.WriteNumber("vouchers_count", cards);
        settings.Write(writer, "start_date");
        settings.Write(writer, "expiration_date");
        writer.WriteBoolean("active", campaign.IsActive(now));
        settings.WriteObject(writer, "metadata");
        writer.WriteInstant("created_at", campaign.CreatedAt);
        writer.WriteInstant("updated_at", campaign.UpdatedAt);
        settings.Write(writer, "category");
        writer.WriteString("creation_status", Done);
        writer.WriteString("vouchers_generation_status", Done);
        writer.WriteBoolean("readonly", false);
        writer.WriteBoolean("protected", false);
        settings.Write(writer, "category_id");
        writer.WriteStartArray("categories");
        writer.WriteEndArray();
        settings.WritePresent(writer, "loyalty_tiers_expiration");
        writer.WriteString("object", "campaign");
    }

    /// <summary>The campaign inside another object.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, Campaign campaign, DateTimeOffset now)
    {
        writer.WriteString("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        writer.WriteString("campaign_type", "LOYALTY_PROGRAM");
        writer.WriteString("type", campaign.IsAutoUpdate ? "AUTO_UPDATE" : "STATIC");
        writer.WriteBoolean("active", campaign.IsActive(now));
        writer.WriteInstant("created_at", campaign.CreatedAt);
        writer.WriteString("object", "campaign");
    }

    private static void WriteVoucher(Utf8JsonWriter writer, Campaign campaign)
    {
        writer.WriteString("type", "LOYALTY_CARD");
        writer.WriteObject("loyalty_card", card =>
        {
            card.WriteNumber("points", campaign.OpeningPoints);
            if (RulesOf(campaign) is { } rules)
            {
                card.WritePropertyName("expiration_rules");
                rules.WriteTo(card);
            }
        });
        writer.WriteObject("redemption", static redemption => redemption.WriteNull("quantity"));
        writer.WriteObject("code_config", config =>
        {
            var code = CodePattern.Of(campaign.Settings.FindObject("voucher"));
            config.WriteNumber("length", code.Pattern.Count(character => character is '#'));
            config.WriteString("charset", code.Charset);
            config.WriteString("pattern", code.Pattern);
        });
        writer.WriteBoolean("is_referral_code", false);
    }

    private static JsonElement? RulesOf(Campaign campaign) =>
        campaign.Settings.FindObject("voucher") is { } voucher
        && voucher.TryGetProperty("loyalty_card", out var card)
        && card.ValueKind == JsonValueKind.Object
        && card.TryGetProperty("expiration_rules", out var rules)
        && rules.ValueKind == JsonValueKind.Object
            ? rules
            : null;
}
