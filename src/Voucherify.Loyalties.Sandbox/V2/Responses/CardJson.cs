using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>Writes cards.</summary>
internal static class CardJson
{
    /// <summary>Writes a card inside a member.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="card">The card.</param>
    /// <param name="code">The code, or null while it is being generated.</param>
    public static void WriteOfMember(Utf8JsonWriter writer, LoyaltyCard card, string? code)
    {
        writer.WriteString("member_role", "OWNER");
        writer.WriteInstant("created_at", card.CreatedAt);
        writer.WriteObject("card", inner => Write(inner, card, code));
        writer.WriteString("object", "member_card");
    }

    private static void Write(Utf8JsonWriter writer, LoyaltyCard card, string? code)
    {
        writer.WriteString("id", card.Id);
        writer.WriteString("card_definition_id", card.Definition.Id);
        writer.WriteString("card_type", "INDIVIDUAL");
        writer.WriteString("code", code);
        writer.WriteObject("lifetime_bucket", lifetime => WriteLifetime(lifetime, card.Counters));
        writer.WriteObject("balance", balance =>
        {
            balance.WriteNumber("points", card.Counters.Balance);
            balance.WriteNumber("pending_points", card.Counters.Pending);
        });
        WriteNextExpiration(writer, card.Buckets.Expiring.FirstOrDefault());
        WriteNextActivation(writer, card.PendingBuckets.Where(static bucket => bucket.IsPending).MinBy(static bucket => bucket.Date));
        writer.WriteString("object", "card");
    }

    // Points that wait for an event have the day on which they are cancelled (documented).
    private static void WriteNextActivation(Utf8JsonWriter writer, PendingBucket? bucket)
    {
        if (bucket is null)
        {
            writer.WriteNull("next_activation");
            return;
        }

        writer.WriteObject("next_activation", next =>
        {
            next.WriteNumber("points", bucket.Points);
            next.WriteString("type", bucket.Type);
            next.WriteDay(bucket.Type is PointsActivation.ByEvent ? "cancel_date" : "date", bucket.Date);
        });
    }

    private static void WriteLifetime(Utf8JsonWriter writer, CardCounters counters)
    {
        writer.WriteObject("points", points =>
        {
            points.WriteNumber("total", counters.Total);
            points.WriteNumber("earned", counters.Earned);
            points.WriteNumber("added", counters.Added);
            points.WriteNumber("purchased", counters.Purchased);
            points.WriteNumber("purchased_reversed", counters.PurchasedReversed);
            points.WriteNumber("subtracted", counters.Subtracted);
            points.WriteNumber("expired", counters.Expired);
            points.WriteNumber("spent", counters.Spent);
            points.WriteNumber("refunded", counters.Refunded);
            points.WriteNumber("returned", counters.Returned);
            points.WriteNumber("locked", 0);
            points.WriteNumber("unlocked", 0);
        });
        writer.WriteObject("pending_points", pending =>
        {
            pending.WriteNumber("total", counters.PendingAdded);
            pending.WriteNumber("activated", counters.PendingActivated);
            pending.WriteNumber("canceled", counters.PendingCanceled);
        });
    }

    private static void WriteNextExpiration(Utf8JsonWriter writer, PointsBucket? bucket)
    {
        if (bucket is null)
        {
            writer.WriteNull("next_expiration");
            return;
        }

        writer.WriteObject("next_expiration", next =>
        {
            next.WriteNumber("points", bucket.Points);
            next.WriteDay("date", bucket.ExpiresOn!.Value);
        });
    }
}
