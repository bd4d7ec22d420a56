using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

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
        writer.WriteObject("details", details => WriteDetails(details, transaction));
        writer.WriteString("related_transaction_id", transaction.RelatedId);
        writer.WriteInstant("created_at", transaction.CreatedAt);
    }

    public static void WriteDetails(Utf8JsonWriter writer, Transaction transaction)
    {
        writer.WriteStartObject("balance");
        BalanceJson.WriteMembers(writer, transaction.Card, transaction.Points, transaction.Total, transaction.Balance);
        writer.WriteEndObject();
        WriteCause(writer, transaction);
        WriteEarning(writer, transaction);
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

    private static void WriteEarning(Utf8JsonWriter writer, Transaction transaction)
    {
        if (transaction.Order is { } order)
        {
            writer.WriteObject("order", inner =>
            {
                inner.WriteString("id", order.Id);
                inner.WriteString("source_id", order.SourceId);
            });
            writer.WriteObject("event", inner =>
            {
                inner.WriteString("id", order.EventId);
                inner.WriteString("type", "customer.order.paid");
            });
        }

        if (transaction.Rule is { } rule)
        {
            writer.WriteObject("earning_rule", inner =>
            {
                inner.WriteString("id", rule.Id);
                inner.WriteObject("source", source => source.WriteString("banner", rule.Banner));
            });
        }

        if (transaction.Tier is { } tier)
        {
            writer.WriteObject("holder_loyalty_tier", inner =>
            {
                inner.WriteString("id", tier.Id);
                inner.WriteString("name", tier.Name);
            });
        }
    }
}
