using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Ledger;

namespace Voucherify.Loyalties.Sandbox.Handlers;

/// <summary>A row of a transactions list (E).</summary>
internal static class TransactionJson
{
    public static void Write(Utf8JsonWriter writer, Transaction transaction)
    {
        writer.WriteString("id", transaction.Id);
        writer.WriteString("source_id", transaction.SourceId);
        writer.WriteString("voucher_id", transaction.Card.Id);
        writer.WriteString("campaign_id", transaction.Card.Campaign.Id);
        writer.WriteString("source", transaction.Source);
        writer.WriteString("reason", transaction.Reason);
        writer.WriteString("type", transaction.Type);
        writer.WriteStartObject("details");
        writer.WriteStartObject("balance");
        BalanceJson.WriteMembers(writer, transaction.Card, transaction.Points, transaction.Total, transaction.Balance);
        writer.WriteEndObject();
        WriteCause(writer, transaction);
        writer.WriteEndObject();
        writer.WriteString("related_transaction_id", transaction.RelatedId);
        writer.WriteInstant("created_at", transaction.CreatedAt);
    }

    private static void WriteCause(Utf8JsonWriter writer, Transaction transaction)
    {
        if (transaction.OtherCard is { } card)
        {
            writer.WriteStartObject(transaction.Points < 0 ? "destination_voucher" : "source_voucher");
            MemberJson.WriteSummary(writer, card);
            writer.WriteEndObject();
        }

        if (transaction.Pending is { } pending)
        {
            writer.WriteStartObject("pending_points");
            PendingPointsJson.Write(writer, pending);
            writer.WriteEndObject();
        }

        if (transaction.Reward is { } reward)
        {
            writer.WriteStartObject("redemption");
            writer.WriteString("id", transaction.RedemptionId);
            writer.WriteEndObject();
            writer.WriteStartObject("reward");
            writer.WriteString("id", reward.Id);
            writer.WriteString("name", reward.Name);
            writer.WriteEndObject();
        }
    }
}
