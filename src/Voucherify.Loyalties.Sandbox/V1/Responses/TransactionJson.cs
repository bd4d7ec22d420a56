using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;

namespace Voucherify.Loyalties.Sandbox.V1.Responses;

/// <summary>Writes transactions, as in the examples.</summary>
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
        writer.WriteObject("balance", balance => WriteBalance(balance, transaction));
        WriteOtherCard(writer, transaction);
        if (transaction.Pending is { } pending)
        {
            writer.WriteObject("pending_points", inner => PendingPointsJson.Write(inner, pending));
        }

        if (transaction.Redemption is { } redemption)
        {
            writer.WriteObject("redemption", inner => inner.WriteString("id", redemption.Id));
            writer.WriteObject("reward", inner =>
            {
                inner.WriteString("id", redemption.Reward.Reward.Id);
                inner.WriteString("name", redemption.Reward.Reward.Name);
            });
        }

        EarningJson.WriteDetails(writer, transaction);
    }

    /// <summary>Writes the balance right after the transaction.</summary>
    public static void WriteBalance(Utf8JsonWriter writer, Transaction transaction) =>
        BalanceJson.Write(writer, transaction.Card, transaction.Points, transaction.Total, transaction.Balance);

    /// <summary>Writes the card on the other side of a transfer.</summary>
    public static void WriteOtherCard(Utf8JsonWriter writer, Transaction transaction)
    {
        if (transaction.OtherCard is { } card)
        {
            var name = transaction.Points < 0 ? "destination_voucher" : "source_voucher";
            writer.WriteObject(name, inner => MemberJson.WriteSummary(inner, card));
        }
    }
}
