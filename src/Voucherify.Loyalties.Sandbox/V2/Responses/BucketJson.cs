using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes the points of a card that expire on the same day.</summary>
internal static class BucketJson
{
    public static void Write(Utf8JsonWriter writer, PointsBucket bucket)
    {
        var card = bucket.Card;
        writer.WriteString("id", bucket.Id);
        writer.WriteString("card_id", card.Id);
        writer.WriteString("customer_id", card.Member.Customer.Id);
        writer.WriteString("card_definition_id", card.Definition.Id);
        writer.WriteString("program_id", card.Member.Program.Id);
        writer.WriteString("card_type", "INDIVIDUAL");
        writer.WriteString("member_id", card.Member.Id);
        writer.WriteObject("points", points => points.WriteNumber("total", bucket.Points));
        writer.WriteDay("expiration_date", bucket.ExpiresOn!.Value);
        writer.WriteString("expiration_type", bucket.ExpirationType);
        writer.WriteString("status", bucket.Status);
        writer.WriteInstant("created_at", bucket.CreatedAt);
        writer.WriteInstant("updated_at", bucket.UpdatedAt);
        writer.WriteString("object", "card_points_bucket");
    }
}
