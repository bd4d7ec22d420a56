using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Customers;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes the holder of a card inside another object.</summary>
internal static class CustomerJson
{
    /// <summary>Writes the holder.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="card">The card.</param>
    /// <param name="holder">What is known about the holder; null if a test added the card.</param>
    public static void Write(Utf8JsonWriter writer, Card card, Customer? holder)
    {
        writer.WriteString("id", card.HolderId);
        writer.WriteString("source_id", holder?.SourceId);
        writer.WriteString("name", holder?.Name);
        writer.WriteString("email", holder?.Email);
        writer.WriteEmptyObject("metadata");
        writer.WriteString("object", "customer");
    }

    /// <summary>Writes a property with the holder, or null if the card has none.</summary>
    public static void WriteProperty(Utf8JsonWriter writer, string name, Card card, Customer? holder)
    {
        if (card.HolderId is null)
        {
            writer.WriteNull(name);
        }
        else
        {
            writer.WriteObject(name, inner => Write(inner, card, holder));
        }
    }
}
