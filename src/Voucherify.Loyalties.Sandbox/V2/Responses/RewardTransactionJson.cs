using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes purchases and refunds of rewards.</summary>
internal static class RewardTransactionJson
{
    /// <summary>Writes a purchase as it was at a time.</summary>
    public static void Write(Utf8JsonWriter writer, RewardPurchase purchase, DateTimeOffset time)
    {
        var status = purchase.StatusAt(time);
        writer.WriteString("id", purchase.Id);
        WriteQuote(writer, purchase.Quote, purchase.Movement.Id);
        WriteState(writer, status, "PURCHASE");
        writer.WriteObject("details", details =>
        {
            details.WriteString("reason", purchase.Reason);
            RejectionJson.Write(details, status == TransactionStatus.Rejected ? purchase.Movement.Rejection : null);
            var isGiven = status is TransactionStatus.Approved or TransactionStatus.Refunded;
            WritePoints(details, purchase.Quote, isGiven ? purchase.Fulfilment : null, isRefund: false);
        });
        writer.WriteInstant("created_at", purchase.CreatedAt);
        writer.WriteInstant("updated_at", purchase.UpdatedAt(time));
        writer.WriteString("object", "reward_transaction");
    }

    /// <summary>Writes what a purchase would be. It has no id and no time (documented).</summary>
    public static void WriteDryRun(Utf8JsonWriter writer, PurchaseQuote quote)
    {
        WriteQuote(writer, quote, movementId: null);
        WriteState(writer, TransactionStatus.Simulated, "PURCHASE");
        writer.WriteObject("details", details =>
        {
            details.WriteString("reason", "Reward purchase");
            RejectionJson.Write(details, rejection: null);
            WritePoints(details, quote, fulfilment: null, isRefund: false);
        });
        writer.WriteNull("updated_at");
        writer.WriteString("object", "reward_transaction");
    }

    /// <summary>Writes a refund.</summary>
    public static void WriteRefund(Utf8JsonWriter writer, RewardRefund refund)
    {
        writer.WriteString("id", refund.Id);
        WriteQuote(writer, refund.Purchase.Quote, refund.Movement.Id);
        WriteState(writer, TransactionStatus.Approved, "REFUND");
        writer.WriteObject("details", details =>
        {
            details.WriteString("reason", refund.Movement.Note.Reason);
            RejectionJson.Write(details, rejection: null);
            WritePoints(details, refund.Purchase.Quote, refund.Purchase.Fulfilment, isRefund: true);
            var purchase = (refund.Purchase.Id, refund.Purchase.Movement.Id);
            details.WriteObject("purchase", inner => LinksJson.WritePurchase(inner, purchase));
        });
        writer.WriteInstant("created_at", refund.CreatedAt);
        writer.WriteNull("updated_at");
        writer.WriteString("object", "reward_transaction");
    }

    private static void WriteQuote(Utf8JsonWriter writer, PurchaseQuote quote, string? movementId)
    {
        writer.WriteString("card_id", quote.Card.Id);
        writer.WriteString("card_definition_id", quote.Card.DefinitionId);
        writer.WriteString("card_transaction_id", movementId);
        writer.WriteString("program_id", quote.Card.ProgramId);
        writer.WriteString("member_id", quote.Card.MemberId);
        writer.WriteString("reward_id", quote.RewardId);
    }

    private static void WriteState(Utf8JsonWriter writer, string status, string type)
    {
        writer.WriteString("status", status);
        writer.WriteString("type", type);
    }

    private static void WritePoints(Utf8JsonWriter writer, PurchaseQuote quote, RewardFulfilment? fulfilment, bool isRefund)
    {
        writer.WriteEmptyObject("metadata");
        writer.WriteObject("points", points => points.WriteNumber("total", quote.Points));
        if (fulfilment is null)
        {
            writer.WriteNull("result");
            return;
        }

        writer.WriteObject("result", result => FulfilmentJson.Write(result, quote, fulfilment, isRefund));
    }
}
