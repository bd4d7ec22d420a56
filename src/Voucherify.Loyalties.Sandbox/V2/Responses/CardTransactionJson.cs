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
        writer.WriteString("program_id", card.ProgramId);
        writer.WriteString("member_id", card.MemberId);
        writer.WriteString("card_definition_id", card.DefinitionId);
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
        writer.WriteString("reason", transaction.Note.Reason);
        WriteRejection(writer, transaction.StatusAt(time) == TransactionStatus.Rejected ? transaction.Rejection : null);
        if (transaction.Note.Metadata is { } metadata)
        {
            writer.WriteRaw("metadata", metadata);
        }
        else
        {
            writer.WriteEmptyObject("metadata");
        }

        // An expiration by a request has a bucket instead of points (documented).
        if (movement.Bucket is { } bucket)
        {
            writer.WriteObject("bucket", inner => WriteBucket(inner, bucket));
        }
        else
        {
            writer.WriteObject("points", points => WritePoints(points, movement));
        }

        if (movement.Links is { } links)
        {
            LinksJson.Write(writer, links);
        }

        if (movement.Expired is { } expired)
        {
            writer.WriteDay("date", expired.Day);
            writer.WriteArray("buckets", expired.Buckets, WriteBucket);
        }
    }

    // Pending points have a date instead of an expiration (documented).
    private static void WritePoints(Utf8JsonWriter writer, CardMovement movement)
    {
        writer.WriteNumber("total", movement.Points);
        if (movement.Activation is { } activation)
        {
            writer.WriteDay("date", activation.Day);
            writer.WriteString("type", activation.Type);
        }
        else if (movement.Expiration is { } expiration)
        {
            writer.WriteString("expiration_date", expiration.Day is { } day ? IsoTime.Format(day) : null);
            writer.WriteString("expiration_type", expiration.Type);
        }
    }

    private static void WriteBucket(Utf8JsonWriter writer, BucketSnapshot bucket)
    {
        writer.WriteString("id", bucket.Id);
        writer.WriteObject("points", points => points.WriteNumber("total", bucket.Points));
        writer.WriteDay("expiration_date", bucket.ExpiresOn);
        writer.WriteString("expiration_type", bucket.ExpirationType);
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
