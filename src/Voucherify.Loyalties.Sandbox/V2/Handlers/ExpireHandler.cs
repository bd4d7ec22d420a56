using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Makes the points of a bucket expire whose last day is today or later (documented).</summary>
internal sealed class ExpireHandler(V2Store store, V2Locator locator)
{
    public SandboxResponse Expire(SandboxCall call)
    {
        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["bucketId"];
        if (card.Buckets.Find(id) is not { } bucket)
        {
            return Errors.ResourceNotFound(call, "card_points_bucket", id);
        }

        return V2Errors.RefuseUnusable(call, card.Member) ?? Refuse(call, bucket)
            ?? CardTransactionJson.Created(store.Points.Buckets.Expire(bucket, call), "Points expiration transaction created");
    }

    private SandboxResponse? Refuse(SandboxCall call, PointsBucket bucket)
    {
        if (bucket.Points == 0)
        {
            return BucketErrors.InvalidPointsStatus(call, bucket.Status);
        }

        return bucket.ExpiresOn < store.Calendar.DayOf(call.Now) ? BucketErrors.NotEligible(call, "expiration") : null;
    }
}
