using System.Text.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>The balance object, in answers and inside transactions (E).</summary>
internal static class BalanceJson
{
    public static void WriteMembers(Utf8JsonWriter writer, Card card, long points, long total, long balance)
    {
        writer.WriteNumber("points", points);
        writer.WriteNumber("total", total);
        writer.WriteNumber("balance", balance);
        writer.WriteString("type", "loyalty_card");
        writer.WriteString("object", "balance");
        writer.WriteStartObject("related_object");
        writer.WriteString("type", "voucher");
        writer.WriteString("id", card.Id);
        writer.WriteEndObject();
    }
}
