using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes balance objects, which are responses and parts of transactions, as in the examples.</summary>
internal static class BalanceJson
{
    public static void Write(Utf8JsonWriter writer, Card card, long points, long total, long balance)
    {
        writer.WriteNumber("points", points);
        writer.WriteNumber("total", total);
        writer.WriteNumber("balance", balance);
        writer.WriteString("type", "loyalty_card");
        WriteObject(writer, card);
    }

    /// <summary>
    /// Writes the response to an adjustment of pending points. The total is that of all pending points of the card, and there is neither
    /// a balance nor a type, as in the example.
    /// </summary>
    public static void WritePending(Utf8JsonWriter writer, Card card, long points)
    {
        writer.WriteNumber("points", points);
        writer.WriteNumber("total", card.Pending);
        WriteObject(writer, card);
    }

    private static void WriteObject(Utf8JsonWriter writer, Card card)
    {
        writer.WriteString("object", "balance");
        writer.WriteObject("related_object", related =>
        {
            related.WriteString("type", "voucher");
            related.WriteString("id", card.Id);
        });

        // Automatic are only redemptions that the service makes by itself (documented). The sandbox makes none.
        writer.WriteString("operation_type", "MANUAL");
    }
}
