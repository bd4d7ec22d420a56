using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Models.V2;

/// <summary>What a call does to a bucket of points.</summary>
/// <param name="Name">The change, in words.</param>
/// <param name="Type">The type of the transaction that it leaves.</param>
/// <param name="Other">The type of the transaction that ends the bucket otherwise; null if nothing does.</param>
internal sealed record BucketChangeKind(string Name, string Type, string? Other)
{
    public static readonly BucketChangeKind Activation =
        new("activation", CardTransactionType.PendingPointsActivated, CardTransactionType.PendingPointsCanceled);

    public static readonly BucketChangeKind Cancellation =
        new("cancellation", CardTransactionType.PendingPointsCanceled, CardTransactionType.PendingPointsActivated);

    public static readonly BucketChangeKind Expiration = new("expiration", CardTransactionType.AdminPointsExpiration, Other: null);

    /// <summary>Whether the bucket is one of pending points, whose transactions do not name it.</summary>
    public bool IsPending => Other is not null;
}
