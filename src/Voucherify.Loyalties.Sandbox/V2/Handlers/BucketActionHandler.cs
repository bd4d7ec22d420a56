using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Activates and cancels pending points, and makes points expire.</summary>
internal sealed class BucketActionHandler(V2Store store, V2Locator locator, SandboxBucketChange change)
{
    public SandboxResponse Activate(SandboxCall call) => End(
        call,
        "activation",
        (card, bucket) => new PendingActivated(bucket, store.Parts.Buckets.ExpirationOf(card, call.Now)),
        "Pending points activation transaction created");

    public SandboxResponse Cancel(SandboxCall call) => End(
        call, "cancellation", static (_, bucket) => new PendingCanceled(bucket), "Pending points cancellation transaction created");

    /// <summary>Makes the points of a bucket expire whose last day is today or later (documented).</summary>
    public SandboxResponse Expire(SandboxCall call)
    {
        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["bucketId"];
        if (card.Buckets.All.FirstOrDefault(bucket => bucket.Id == id && bucket.ExpiresOn is not null) is not { } bucket)
        {
            return Errors.ResourceNotFound(call, "card_points_bucket", id);
        }

        if (V2Errors.RefuseUnusable(call, card.Member) is { } unusable)
        {
            return unusable;
        }

        if (bucket.Points == 0)
        {
            return BucketErrors.InvalidPointsStatus(call, bucket.Status);
        }

        return bucket.ExpiresOn < store.Calendar.DayOf(call.Now)
            ? BucketErrors.NotEligible(call, "expiration")
            : Record(call, card, new AdminExpiration(bucket), "Points expiration transaction created");
    }

    // Pending points whose day is today or earlier become active by themselves (documented).
    private SandboxResponse End(
        SandboxCall call,
        string action,
        Func<LoyaltyCard, PendingBucket, PendingMovement> create,
        string message)
    {
        if (!locator.TryFindCard(call, out var card, out var refusal))
        {
            return refusal;
        }

        var id = call.RouteValues["bucketId"];
        if (card.PendingBuckets.Find(bucket => bucket.Id == id) is not { } bucket)
        {
            return Errors.ResourceNotFound(call, "card_pending_points_bucket", id);
        }

        if (V2Errors.RefuseUnusable(call, card.Member) is { } unusable)
        {
            return unusable;
        }

        if (!bucket.IsPending)
        {
            return BucketErrors.InvalidPendingStatus(call, bucket.Status);
        }

        if (bucket.Date <= store.Calendar.DayOf(call.Now))
        {
            return BucketErrors.NotEligible(call, action);
        }

        var movement = create(card, bucket);
        if (change == SandboxBucketChange.Response)
        {
            movement.Claim(call.Now);
        }

        return Record(call, card, movement, message);
    }

    private SandboxResponse Record(SandboxCall call, LoyaltyCard card, CardMovement movement, string message) =>
        CardTransactionJson.Created(store.Parts.Ledger.Record(card, movement, new RecordedNote(Reason: null), call), message);
}
