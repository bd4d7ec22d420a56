using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes changes of tiers.</summary>
internal static class TierTransactionJson
{
    public static void Write(Utf8JsonWriter writer, TierTransaction row)
    {
        writer.WriteString("id", row.Id);
        writer.WriteString("card_id", row.Card.Id);
        writer.WriteString("program_id", row.Card.ProgramId);
        writer.WriteString("member_id", row.Card.MemberId);
        writer.WriteString("card_definition_id", row.Card.DefinitionId);
        writer.WriteString("tier_structure_id", row.StructureId);
        writer.WriteString("tier_id", row.TierId);
        writer.WriteString("type", row.Type);
        writer.WriteObject("details", details => WriteDetails(details, row));
        writer.WriteString("status", TransactionStatus.Approved);
        writer.WriteInstant("created_at", row.CreatedAt);
        writer.WriteInstant("updated_at", row.CreatedAt);
        writer.WriteString("object", "tier_transaction");
    }

    private static void WriteDetails(Utf8JsonWriter writer, TierTransaction row)
    {
        writer.WriteNumber("points", row.Points);
        writer.WriteString("tier_from", row.From);
        writer.WriteString("tier_to", row.To);
        writer.WriteObject("origin", origin =>
        {
            origin.WriteString("type", row.Origin.Type);
            origin.WriteStartArray("card_transaction_ids");
            if (row.Origin.CardTransactionId is { } id)
            {
                origin.WriteStringValue(id);
            }

            origin.WriteEndArray();
        });
        writer.WriteNull("rejection");
        writer.WriteInstant("start_at", row.CreatedAt);
        writer.WriteInstant("expires_at", row.ExpiresAt);
    }
}
