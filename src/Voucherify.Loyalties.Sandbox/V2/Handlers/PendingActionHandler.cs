using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.V2.Ledger;
using Voucherify.Loyalties.Sandbox.V2.Responses;

namespace Voucherify.Loyalties.Sandbox.V2.Handlers;

/// <summary>Activates and cancels pending points.</summary>
internal sealed class PendingActionHandler(V2Store store, V2Locator locator)
{
    public SandboxResponse Activate(SandboxCall call) => TryFind(call, "activation", out var bucket, out var refusal)
        ? CardTransactionJson.Created(store.Points.Buckets.Activate(bucket!, call), "Pending points activation transaction created")
        : refusal!;

    public SandboxResponse Cancel(SandboxCall call) => TryFind(call, "cancellation", out var bucket, out var refusal)
        ? CardTransactionJson.Created(store.Points.Buckets.Cancel(bucket!, call), "Pending points cancellation transaction created")
        : refusal!;

    private bool TryFind(SandboxCall call, string action, out PendingBucket? bucket, out SandboxResponse? refusal)
    {
        bucket = null;
        if (!locator.TryFindCard(call, out var card, out refusal))
        {
            return false;
        }

        var id = call.RouteValues["bucketId"];
        bucket = card.PendingBuckets.Find(candidate => string.Equals(candidate.Id, id, StringComparison.Ordinal));
        refusal = bucket is null
            ? Errors.ResourceNotFound(call, "card_pending_points_bucket", id)
            : V2Errors.RefuseUnusable(call, card.Member) ?? Refuse(call, action, bucket);
        return refusal is null;
    }

    // Pending points whose day is today or earlier become active by themselves (documented).
    private SandboxResponse? Refuse(SandboxCall call, string action, PendingBucket bucket)
    {
        if (!bucket.IsPending)
        {
            return BucketErrors.InvalidPendingStatus(call, bucket.Status);
        }

        return bucket.Date <= store.Calendar.DayOf(call.Now) ? BucketErrors.NotEligible(call, action) : null;
    }
}
