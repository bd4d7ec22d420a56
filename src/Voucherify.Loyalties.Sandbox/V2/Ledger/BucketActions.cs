using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>Ends buckets, as requests ask for.</summary>
internal sealed class BucketActions(CardLedger ledger, BucketFactory buckets, SandboxBucketChange change)
{
    private static readonly RecordedNote NoReason = new(Reason: null);

    public CardTransaction Activate(PendingBucket bucket, SandboxCall call) =>
        End(bucket, new PendingActivated(bucket, buckets.ExpirationOf(bucket.Card, call.Now)), call);

    public CardTransaction Cancel(PendingBucket bucket, SandboxCall call) => End(bucket, new PendingCanceled(bucket), call);

    public CardTransaction Expire(PointsBucket bucket, SandboxCall call) =>
        ledger.Record(bucket.Card, new AdminExpiration(bucket), NoReason, call);

    private CardTransaction End(PendingBucket bucket, PendingMovement movement, SandboxCall call)
    {
        if (change == SandboxBucketChange.Response)
        {
            movement.Claim(call.Now);
        }

        return ledger.Record(bucket.Card, movement, NoReason, call);
    }
}
