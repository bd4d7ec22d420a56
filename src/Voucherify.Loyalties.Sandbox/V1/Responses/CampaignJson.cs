using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>
/// Writes campaigns. The settings of a request are returned as they were received. Cards are added at once, so the creation of a campaign
/// is always done (assumed).
/// </summary>
internal static class CampaignJson
{
    private const string Done = "DONE";

    public static void Write(Utf8JsonWriter writer, Campaign campaign, int cards, DateTimeOffset now)
    {
        var settings = campaign.Settings;
        writer.WriteString("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        settings.Write(writer, "description");
        WriteTypes(writer, campaign);
        writer.WriteObject("voucher", inner => WriteVoucher(inner, campaign));
        writer.WriteBoolean("auto_join", campaign.IsAutoJoin);

        // Always true for loyalty programs (documented).
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
        writer.WriteBoolean("readonly", campaign.IsReadOnly);
        writer.WriteBoolean("protected", false);
        settings.Write(writer, "category_id");
        writer.WriteEmptyArray("categories");
        settings.WritePresent(writer, "loyalty_tiers_expiration");
        writer.WriteString("object", "campaign");
    }

    /// <summary>Writes a campaign inside another object.</summary>
    public static void WriteSummary(Utf8JsonWriter writer, Campaign campaign, DateTimeOffset now)
    {
        writer.WriteString("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        WriteTypes(writer, campaign);
        writer.WriteBoolean("is_referral_code", false);
        writer.WriteBoolean("auto_join", campaign.IsAutoJoin);
        writer.WriteBoolean("join_once", true);
        writer.WriteBoolean("active", campaign.IsActive(now));
        campaign.Settings.Write(writer, "category_id");
        writer.WriteEmptyArray("categories");
        campaign.Settings.WriteObject(writer, "metadata");
        campaign.Settings.WritePresent(writer, "description", "category", "start_date", "expiration_date");
        writer.WriteInstant("created_at", campaign.CreatedAt);
        writer.WriteInstant("updated_at", campaign.UpdatedAt);
        writer.WriteString("object", "campaign");
    }

    /// <summary>Writes only which campaign it is.</summary>
    public static void WriteReference(Utf8JsonWriter writer, Campaign campaign)
    {
        writer.WriteString("id", campaign.Id);
        writer.WriteString("name", campaign.Name);
        writer.WriteString("object", "campaign");
    }

    private static void WriteTypes(Utf8JsonWriter writer, Campaign campaign)
    {
        writer.WriteString("campaign_type", "LOYALTY_PROGRAM");
        writer.WriteString("type", campaign.IsAutoUpdate ? "AUTO_UPDATE" : "STATIC");
    }

    private static void WriteVoucher(Utf8JsonWriter writer, Campaign campaign)
    {
        writer.WriteString("type", "LOYALTY_CARD");
        writer.WriteObject("loyalty_card", card =>
        {
            card.WriteNumber("points", campaign.OpeningPoints);
            if (FindExpirationRules(campaign) is { } rules)
            {
                card.WriteRaw("expiration_rules", rules);
            }
        });
        writer.WriteObject("redemption", static redemption => redemption.WriteNull("quantity"));
        writer.WriteObject("code_config", config =>
        {
            var pattern = campaign.CodePattern;
            config.WriteNumber("length", pattern.Pattern.Count(static character => character is '#'));
            config.WriteString("charset", pattern.Charset);
            config.WriteString("pattern", pattern.Pattern);
        });
        writer.WriteBoolean("is_referral_code", false);
    }

    private static JsonElement? FindExpirationRules(Campaign campaign) =>
        campaign.Settings.FindObject("voucher") is { } voucher
        && JsonBody.TryFindObject(voucher, "loyalty_card", out var card)
        && JsonBody.TryFindObject(card, "expiration_rules", out var rules)
            ? rules
            : null;
}
