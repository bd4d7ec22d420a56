using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Listing;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Lists the points of a card that expire, and those that are not active yet.</summary>
internal sealed class BucketHandler(V2Store store, V2Locator locator, ListResponder lists)
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
            ["card_definition_id"] = FilterFields.Id<PointsBucket>("lcdef_", static bucket => bucket.Card.DefinitionId),
            ["expiration_date"] = FilterFields.Day<PointsBucket>(static bucket => bucket.ExpiresOn),
        },
    };

    private static readonly ListSchema<PendingBucket> PendingPoints = new("lcrscppb_", "date")
    {
        Id = static bucket => bucket.Id,
        Orders = new Dictionary<string, Func<PendingBucket, IComparable>>(StringComparer.Ordinal)
        {
            ["date"] = static bucket => bucket.Date,
        },
        Filters = new Dictionary<string, FilterField<PendingBucket>>(StringComparer.Ordinal)
        {
            ["card_definition_id"] = FilterFields.Id<PendingBucket>("lcdef_", static bucket => bucket.Card.DefinitionId),
        },
    };

    /// <summary>From today on, by the day on which the points expire (documented).</summary>
    public SandboxResponse ListExpiring(SandboxCall call) => lists.Respond<LoyaltyCard, PointsBucket>(
        call, ExpiringPoints, locator.TryFindCard, static card => card.Buckets.Expiring, BucketJson.Write);

    /// <summary>From tomorrow on, by the day on which the points become active (documented).</summary>
    public SandboxResponse ListPending(SandboxCall call)
    {
        var today = store.Calendar.DayOf(call.Now);
        return lists.Respond<LoyaltyCard, PendingBucket>(
            call,
            PendingPoints,
            locator.TryFindCard,
            card => card.PendingBuckets.Where(bucket => bucket.IsPending && bucket.Date > today),
            PendingBucketJson.Write);
    }
}
