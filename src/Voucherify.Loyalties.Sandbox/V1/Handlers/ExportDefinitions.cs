using System.Globalization;
using Voucherify.Loyalties.Sandbox.Jobs;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>The exports of the v1 API.</summary>
internal static class ExportDefinitions
{
    // The documented default has a status as well, which is no column of the schema.
    public static readonly ExportDefinition<Transaction> Transactions = new()
    {
        Kind = "voucher_transactions",
        Columns = Set(
            "id", "campaign_id", "voucher_id", "type", "source_id", "reason", "source", "balance", "amount", "related_transaction_id",
            "created_at", "details"),
        DefaultColumns = ["id", "type", "source_id", "reason", "source", "balance", "amount", "created_at"],
        OrderedBy = "created_at",
        Value = ValueOf,
        Condition = ConditionOnTransaction,
    };

    public static readonly ExportDefinition<ExportedBucket> Buckets = new()
    {
        Kind = "points_expiration",
        Columns = Set("id", "campaign_id", "voucher_id", "points", "status", "expires_at"),
        DefaultColumns = ["id", "campaign_id", "voucher_id", "status", "expires_at", "points"],
        OrderedBy = "expires_at",
        Value = ValueOf,
        Condition = static (column, @operator, operands, _) =>
            ConditionOnCard<ExportedBucket>(column, @operator, operands, static row => row.Card),
    };

    private static string? ValueOf(Transaction row, string column) => column switch
    {
        "id" => row.Id,
        "campaign_id" => row.Card.Campaign.Id,
        "voucher_id" => row.Card.Id,
        "type" => row.Type,
        "source_id" => row.SourceId,
        "reason" => row.Reason,
        "source" => row.Source,
        "balance" => Format(row.Balance),
        "amount" => Format(row.Points),
        "related_transaction_id" => row.RelatedId,
        "created_at" => IsoTime.Format(row.CreatedAt),
        _ => JsonBuffer.WriteObjectString(writer => TransactionJson.WriteDetails(writer, row)),
    };

    private static string? ValueOf(ExportedBucket row, string column) => column switch
    {
        "id" => row.Bucket.Id,
        "campaign_id" => row.Card.Campaign.Id,
        "voucher_id" => row.Card.Id,
        "points" => Format(row.Bucket.Points),
        "status" => row.IsExpired ? "EXPIRED" : "ACTIVE",
        _ => row.Bucket.ExpiresOn is { } lastDay ? IsoTime.Format(lastDay) : null,
    };

    private static Func<Transaction, bool>? ConditionOnTransaction(
        string column,
        string @operator,
        List<string> operands,
        DateTimeOffset now)
    {
        if (column is not "created_at" || operands.Count == 0)
        {
            return ConditionOnCard<Transaction>(column, @operator, operands, static row => row.Card);
        }

        return DateTimeCondition.Build(@operator, operands[0], now) is { } holds ? row => holds(row.CreatedAt) : null;
    }

    private static Func<T, bool>? ConditionOnCard<T>(string column, string @operator, List<string> operands, Func<T, Card> cardOf) =>
        (column, operands.Count == 0 ? null : StringCondition.Build(@operator, operands)) switch
        {
            ("voucher_id", { } matches) => row => matches(cardOf(row).Id),
            ("campaign_id", { } matches) => row => matches(cardOf(row).Campaign.Id),
            _ => null,
        };

    private static string Format(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static HashSet<string> Set(params IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
