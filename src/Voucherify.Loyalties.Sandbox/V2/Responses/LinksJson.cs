using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes what a movement of points belongs to.</summary>
internal static class LinksJson
{
    public static void Write(Utf8JsonWriter writer, MovementLinks links)
    {
        WriteId(writer, "order", links.OrderId);
        WriteId(writer, "order_transaction", links.OrderTransactionId);
        WriteId(writer, "reward", links.RewardId);
        WriteId(writer, "reward_transaction", links.RewardTransactionId);
        WriteId(writer, "card_transaction", links.CardTransactionId);
        WriteId(writer, "target_card", links.TargetCardId);
        if (links.Purchase is { } purchase)
        {
            writer.WriteObject("purchase", inner => WritePurchase(inner, purchase));
        }
    }

    /// <summary>Writes the purchase that is refunded.</summary>
    public static void WritePurchase(Utf8JsonWriter writer, (string RewardTransactionId, string CardTransactionId) purchase)
    {
        WriteId(writer, "card_transaction", purchase.CardTransactionId);
        WriteId(writer, "reward_transaction", purchase.RewardTransactionId);
    }

    private static void WriteId(Utf8JsonWriter writer, string name, string? id)
    {
        if (id is not null)
        {
            writer.WriteObject(name, inner => inner.WriteString("id", id));
        }
    }
}
