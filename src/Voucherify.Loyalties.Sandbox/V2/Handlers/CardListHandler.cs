using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists what belongs to a card: its transactions, and its expiring and pending points.</summary>
internal sealed class CardListHandler(SandboxV2Options options, V2Locator locator, V2Store store)
{
    private static readonly ListSchema<PointsBucket> ExpiringPoints = new("lcrspeb_", "expiration_date")
    {
        Id = static bucket => bucket.Id,
        Orders = new Dictionary<string, Func<PointsBucket, IComparable>>(StringComparer.Ordinal)
        {
            ["expiration_date"] = static bucket => bucket.ExpiresOn!.Value,
        },
        Filters = new Dictionary<string, FilterField<PointsBucket>>(StringComparer.Ordinal)
        {
            ["expiration_date"] = FilterFields.Day<PointsBucket>(static bucket => bucket.ExpiresOn),
        },
    };

    private static readonly ListSchema<PendingBucket> PendingPoints = new("lcrscppb_", "date")
    {
        Id = static bucket => bucket.Id,
        Orders = new Dictionary<string, Func<PendingBucket, IComparable>>(StringComparer.Ordinal) { ["date"] = static bucket => bucket.Date },
    };

    private readonly FilterContext _context = new(store.Calendar, options.TimeFilter);
    private readonly ListSchema<CardTransaction> _transactions = Transactions(options.ListOrders);

    /// <summary>Newest first. A cursor belongs to the limit too (documented).</summary>
    public SandboxResponse ListTransactions(SandboxCall call) =>
        ListQuery<CardTransaction>.TryParse(call, _transactions, _context, out var query, out var refusal)
        && locator.TryFindCard(call, out var card, out refusal)
            ? query.Respond(
                call,
                store.Cursors,
                card.Transactions.Where(row => row.RecordedAt <= call.SnapshotAt && row.IsListedAt(call.SnapshotAt)),
                (writer, row) => CardTransactionJson.Write(writer, row, call.SnapshotAt))
            : refusal!;

    /// <summary>From today on, by the day on which the points expire (documented).</summary>
    public SandboxResponse ListExpiringPoints(SandboxCall call) =>
        ListQuery<PointsBucket>.TryParse(call, ExpiringPoints, _context, out var query, out var refusal)
        && locator.TryFindCard(call, out var card, out refusal)
            ? query.Respond(call, store.Cursors, card.Buckets.Expiring, (writer, row) => BucketJson.Write(writer, card, row))
            : refusal!;

    /// <summary>From tomorrow on, by the day on which the points become active (documented).</summary>
    public SandboxResponse ListPendingPoints(SandboxCall call)
    {
        if (!ListQuery<PendingBucket>.TryParse(call, PendingPoints, _context, out var query, out var refusal)
            || !locator.TryFindCard(call, out var card, out refusal))
        {
            return refusal;
        }

        var today = store.Calendar.DayOf(call.Now);
        var rows = card.PendingBuckets.Where(bucket => bucket.Status == TransactionStatus.Pending && bucket.Date > today);
        return query.Respond(call, store.Cursors, rows, (writer, row) => PendingBucketJson.Write(writer, card, row));
    }

    private static ListSchema<CardTransaction> Transactions(SandboxListOrders orders)
    {
        var allowed = new Dictionary<string, Func<CardTransaction, IComparable>>(StringComparer.Ordinal);
        if (orders != SandboxListOrders.CreatedAt)
        {
            allowed.Add("id", static row => row.Id);
        }

        if (orders != SandboxListOrders.Id)
        {
            allowed.Add("created_at", static row => row.CreatedAt);
        }

        return new ListSchema<CardTransaction>("lcrsctx_", orders == SandboxListOrders.CreatedAt ? "-created_at" : "-id")
        {
            Id = static row => row.Id,
            Orders = allowed,
            Filters = new Dictionary<string, FilterField<CardTransaction>>(StringComparer.Ordinal)
            {
                ["id"] = FilterFields.Id<CardTransaction>("lctx_", static row => row.Id),
                ["card_definition_id"] = FilterFields.Id<CardTransaction>("lcdef_", static row => row.Card.Definition.Id),
                ["created_at"] = FilterFields.Time<CardTransaction>(static row => row.CreatedAt),
            },
            BindsLimit = true,
        };
    }
}
