using System.Globalization;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;
using Voucherify.Loyalties.Sandbox.V1.Responses;

namespace Voucherify.Loyalties.Sandbox.V1.Handlers;

/// <summary>The columns of an export, and the conditions on its rows.</summary>
/// <param name="Kind">What the export lists, on the wire.</param>
/// <param name="All">Every column (D).</param>
/// <param name="Default">Those of an export that names none (D).</param>
/// <param name="OrderedBy">The column that rows are sorted by (D).</param>
/// <param name="Value">The value of a column.</param>
/// <param name="Condition">A condition on a field, or null if there is no such field or operator.</param>
internal sealed record ExportDefinitions<T>(
    string Kind,
    IReadOnlySet<string> All,
    IReadOnlyList<string> Default,
    string OrderedBy,
    Func<T, string, string?> Value,
    Func<string, string, List<string>, DateTimeOffset, Func<T, bool>?> Condition);

/// <summary>The exports that the sandbox makes.</summary>
internal static class ExportDefinitions
{
    // The documented default has a status besides, which is no column of the schema.
    public static readonly ExportDefinitions<Transaction> Transactions = new(
        "voucher_transactions",
        Set("id", "campaign_id", "voucher_id", "type", "source_id", "reason", "source", "balance", "amount", "related_transaction_id", "created_at", "details"),
        ["id", "type", "source_id", "reason", "source", "balance", "amount", "created_at"],
        "created_at",
        Value,
        Condition);

    public static readonly ExportDefinitions<ExportedBucket> Buckets = new(
        "points_expiration",
        Set("id", "campaign_id", "voucher_id", "points", "status", "expires_at"),
        ["id", "campaign_id", "voucher_id", "status", "expires_at", "points"],
        "expires_at",
        Value,
        BucketCondition);

    private static string? Value(Transaction row, string field) => field switch
    {
        "id" => row.Id,
        "campaign_id" => row.Card.Campaign.Id,
        "voucher_id" => row.Card.Id,
        "type" => row.Type,
        "source_id" => row.SourceId,
        "reason" => row.Reason,
        "source" => row.Source,
        "balance" => Number(row.Balance),
        "amount" => Number(row.Points),
        "related_transaction_id" => row.RelatedId,
        "created_at" => JsonResponse.InstantText(row.CreatedAt),
        _ => JsonResponse.TextOf(writer => TransactionJson.WriteDetails(writer, row)),
    };

    private static string? Value(ExportedBucket row, string field) => field switch
    {
        "id" => row.Bucket.Id,
        "campaign_id" => row.Card.Campaign.Id,
        "voucher_id" => row.Card.Id,
        "points" => Number(row.Bucket.Points),
        "status" => row.IsExpired ? "EXPIRED" : "ACTIVE",
        _ => row.Bucket.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };

    private static Func<Transaction, bool>? Condition(string field, string @operator, List<string> values, DateTimeOffset now) => field switch
    {
        _ when values.Count == 0 => null,
        "created_at" => DateTimeCondition.Build(@operator, values[0], now) is { } holds ? row => holds(row.CreatedAt) : null,
        "voucher_id" => StringCondition.Build(@operator, values) is { } matches ? row => matches(row.Card.Id) : null,
        "campaign_id" => StringCondition.Build(@operator, values) is { } matches ? row => matches(row.Card.Campaign.Id) : null,
        _ => null,
    };

    private static Func<ExportedBucket, bool>? BucketCondition(string field, string @operator, List<string> values, DateTimeOffset now) => field switch
    {
        _ when values.Count == 0 => null,
        "voucher_id" => StringCondition.Build(@operator, values) is { } matches ? row => matches(row.Card.Id) : null,
        "campaign_id" => StringCondition.Build(@operator, values) is { } matches ? row => matches(row.Card.Campaign.Id) : null,
        _ => null,
    };

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static HashSet<string> Set(params IEnumerable<string> names) => new(names, StringComparer.Ordinal);
}
