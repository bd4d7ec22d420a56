namespace Voucherify.Loyalties.V1;

public sealed partial record PointsBucket
{
    /// <summary>The points in the bucket: <c>Bucket.TotalPoints</c>. Null if the service did not say.</summary>
    public long? Points => Bucket?.TotalPoints;
}
