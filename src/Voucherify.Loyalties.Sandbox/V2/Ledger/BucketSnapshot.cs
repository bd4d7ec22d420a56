namespace Voucherify.Loyalties.Sandbox.V2.Ledger;

/// <summary>A bucket as a transaction shows it.</summary>
internal sealed record BucketSnapshot(string Id, long Points, DateOnly ExpiresOn, string ExpirationType)
{
    public static BucketSnapshot Of(PointsBucket bucket) => new(bucket.Id, bucket.Points, bucket.ExpiresOn!.Value, bucket.ExpirationType);
}
