using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes the transactions of cards.</summary>
internal static class CardTransactionJson
{
    /// <summary>Responds with a transaction that was just recorded.</summary>
    public static SandboxResponse Created(CardTransaction transaction, string message) => JsonResponse.Object(writer =>
    {
        writer.WriteObject("transaction", inner => Write(inner, transaction, transaction.RecordedAt));
        writer.WriteString("status", "TRANSACTION_CREATED");
        writer.WriteString("message", message);
    });

    /// <summary>Writes a transaction as it was at a time.</summary>
    public static void Write(Utf8JsonWriter writer, CardTransaction transaction, DateTimeOffset time)
    {
        var card = transaction.Card;
        writer.WriteString("id", transaction.Id);
        writer.WriteString("card_id", card.Id);
        writer.WriteString("program_id", card.Member.Program.Id);
        writer.WriteString("member_id", card.Member.Id);
        writer.WriteString("card_definition_id", card.Definition.Id);
        writer.WriteString("card_type", "INDIVIDUAL");
        writer.WriteString("type", transaction.Movement.Type);
        writer.WriteObject("details", details => WriteDetails(details, transaction, time));
        writer.WriteString("status", transaction.StatusAt(time));
        writer.WriteInstant("created_at", transaction.CreatedAt);
        writer.WriteInstant("updated_at", transaction.UpdatedAt(time));
        writer.WriteString("object", "card_transaction");
    }

    private static void WriteDetails(Utf8JsonWriter writer, CardTransaction transaction, DateTimeOffset time)
    {
        var movement = transaction.Movement;
        writer.WriteString("reason", transaction.Reason);
        WriteRejection(writer, transaction.StatusAt(time) == TransactionStatus.Rejected ? transaction.Rejection : null);
        writer.WriteEmptyObject("metadata");
        writer.WriteObject("points", points =>
        {
            points.WriteNumber("total", movement.Points);
            if (movement.Expiration is { } expiration)
            {
                points.WriteString("expiration_date", expiration.Day is { } day ? IsoTime.Format(day) : null);
                points.WriteString("expiration_type", expiration.Type);
            }
        });
    }

    private static void WriteRejection(Utf8JsonWriter writer, Rejection? rejection)
    {
        if (rejection is null)
        {
            writer.WriteNull("rejection");
            return;
        }

        writer.WriteObject("rejection", inner =>
        {
            inner.WriteString("reason", rejection.Reason);
            inner.WriteString("details", rejection.Details);
        });
    }
}
