using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes redemptions.</summary>
internal static class RedemptionJson
{
    /// <summary>Writes the response to a redemption, with the card as it will be.</summary>
    public static void Write(Utf8JsonWriter writer, StoredRedemption redemption, Card card, DateTimeOffset now)
    {
        var reward = redemption.Reward;
        writer.WriteString("id", redemption.Id);
        writer.WriteString("object", "redemption");
        writer.WriteInstant("date", now);
        writer.WriteString("customer_id", card.HolderId);
        writer.WriteNull("tracking_id");
        WriteResult(writer, redemption);
        writer.WriteObject("channel", static channel =>
        {
            channel.WriteString("channel_id", "sandbox");
            channel.WriteString("channel_type", "API");
        });
        writer.WriteString("related_object_type", "voucher");
        writer.WriteString("related_object_id", card.Id);
        writer.WriteObject("reward", inner =>
        {
            inner.WriteString("id", reward.Id);
            inner.WriteString("name", reward.Name);
            inner.WriteString("assignment_id", reward.AssignmentId);
            inner.WriteString("object", "reward");
        });
        writer.WriteObject("loyalty_card", points => points.WriteNumber("points", reward.Points));
        writer.WriteObject("voucher", voucher => MemberJson.Write(voucher, card, changed: card.Queued - reward.Points));
    }

    /// <summary>Writes a redemption inside an activity.</summary>
    public static void WriteActivity(Utf8JsonWriter writer, StoredRedemption redemption, Transaction transaction)
    {
        writer.WriteString("id", redemption.Id);
        writer.WriteInstant("date", transaction.CreatedAt);
        writer.WriteString("customer_id", transaction.Card.HolderId);
        WriteResult(writer, redemption);
        writer.WriteObject("reward", inner =>
        {
            inner.WriteString("id", redemption.Reward.Id);
            inner.WriteString("name", redemption.Reward.Name);
            inner.WriteString("object", "reward");
        });
        writer.WriteObject("loyalty_card", points => points.WriteNumber("points", -transaction.Points));
        writer.WriteString("object", "redemption");
    }

    private static void WriteResult(Utf8JsonWriter writer, StoredRedemption redemption)
    {
        writer.WriteRaw("metadata", redemption.Metadata);
        writer.WriteString("result", "SUCCESS");
        writer.WriteString("status", "SUCCEEDED");
    }
}
