using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>An expiration bucket (E).</summary>
internal static class BucketJson
{
    public static void Write(Utf8JsonWriter writer, Card card, Bucket bucket, string status = "ACTIVE")
    {
        writer.WriteString("id", bucket.Id);
        writer.WriteString("voucher_id", card.Id);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteStartObject("bucket");
        writer.WriteNumber("total_points", bucket.Points);
        writer.WriteEndObject();
        writer.WriteString("status", status);

        // D: a bucket that never expires has no date.
        if (bucket.ExpiresOn is { } lastDay)
        {
            writer.WriteDay("expires_at", lastDay);
        }

        writer.WriteInstant("created_at", bucket.CreatedAt);

        // E: only after a change.
        if (bucket.UpdatedAt is { } updatedAt)
        {
            writer.WriteInstant("updated_at", updatedAt);
        }

        writer.WriteString("object", "loyalty_points_bucket");
    }
}
