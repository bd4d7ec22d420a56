using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes expiration buckets, as in the examples.</summary>
internal static class BucketJson
{
    public static void Write(Utf8JsonWriter writer, Card card, Bucket bucket, string status = "ACTIVE")
    {
        writer.WriteString("id", bucket.Id);
        writer.WriteString("voucher_id", card.Id);
        writer.WriteString("campaign_id", card.Campaign.Id);
        writer.WriteObject("bucket", inner => inner.WriteNumber("total_points", bucket.Points));
        writer.WriteString("status", status);

        // A bucket that never expires has no date (documented).
        if (bucket.ExpiresOn is { } lastDay)
        {
            writer.WriteDay("expires_at", lastDay);
        }

        writer.WriteInstant("created_at", bucket.CreatedAt);

        // Only after a change, as in the examples.
        if (bucket.UpdatedAt is { } updatedAt)
        {
            writer.WriteInstant("updated_at", updatedAt);
        }

        writer.WriteString("object", "loyalty_points_bucket");
    }
}
