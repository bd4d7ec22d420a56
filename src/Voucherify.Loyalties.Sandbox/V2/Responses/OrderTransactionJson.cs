using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes payments of orders.</summary>
internal static class OrderTransactionJson
{
    /// <summary>Writes a payment as it was at a time.</summary>
    public static void Write(Utf8JsonWriter writer, OrderTransaction payment, DateTimeOffset time)
    {
        var movement = payment.Movement;
        var status = movement.StatusAt(time);
        writer.WriteString("id", payment.Id);
        WriteQuote(writer, payment.Quote, movement.Id, status);
        writer.WriteObject("details", details =>
        {
            details.WriteString("reason", payment.Reason);
            RejectionJson.Write(details, status == TransactionStatus.Rejected ? movement.Rejection : null);
            WriteAmounts(details, payment.Quote, status == TransactionStatus.Approved ? payment.PaymentId : null);
        });
        writer.WriteInstant("created_at", payment.CreatedAt);
        writer.WriteInstant("updated_at", movement.UpdatedAt(time));
        writer.WriteString("object", "order_transaction");
    }

    /// <summary>Writes what a payment would be. It has no id and no time (documented).</summary>
    public static void WriteDryRun(Utf8JsonWriter writer, PaymentQuote quote)
    {
        WriteQuote(writer, quote, movementId: null, TransactionStatus.Simulated);
        writer.WriteObject("details", details =>
        {
            details.WriteString("reason", "Pay with points");
            RejectionJson.Write(details, rejection: null);
            WriteAmounts(details, quote, paymentId: null);
        });
        writer.WriteNull("updated_at");
        writer.WriteString("object", "order_transaction");
    }

    private static void WriteQuote(Utf8JsonWriter writer, PaymentQuote quote, string? movementId, string status)
    {
        writer.WriteString("program_id", quote.Card.ProgramId);
        writer.WriteString("member_id", quote.Card.MemberId);
        writer.WriteString("card_id", quote.Card.Id);
        writer.WriteString("card_definition_id", quote.Card.DefinitionId);
        writer.WriteString("card_transaction_id", movementId);
        writer.WriteString("order_id", quote.Order.Id);
        writer.WriteString("status", status);
        writer.WriteString("type", "PAY_WITH_POINTS");
    }

    private static void WriteAmounts(Utf8JsonWriter writer, PaymentQuote quote, string? paymentId)
    {
        writer.WriteObject("metadata", metadata =>
        {
            if (quote.Limit is { } limit)
            {
                metadata.WriteNumber(limit.Unit == SpendingCap.Points ? "points_limit" : "amount_limit", limit.Max);
            }
        });
        writer.WriteObject("payment", payment =>
        {
            if (paymentId is not null)
            {
                payment.WriteString("id", paymentId);
            }

            payment.WriteNumber("amount", quote.Amount);
            payment.WriteNumber("points_spent", quote.Points);
            payment.WriteNumber("exchange_ratio", quote.Ratio);
        });
        writer.WriteObject("spending_cap", cap =>
        {
            cap.WriteString("type", quote.Cap.Type);
            cap.WriteString("unit", quote.Cap.Unit);
            cap.WriteNumber("value", quote.Cap.Value);
        });
    }
}
