using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.V2.Responses;

/// <summary>The errors about buckets. Their keys are documented; their details are assumed.</summary>
internal static class BucketErrors
{
    public static SandboxResponse InvalidPendingStatus(SandboxCall call, string status) =>
        Locked(call, "invalid_pending_points_bucket_status", $"The pending points are {status}");

    public static SandboxResponse InvalidPointsStatus(SandboxCall call, string status) =>
        Locked(call, "invalid_points_bucket_status", $"The bucket is {status}, or has no points");

    /// <summary>Refuses an <c>activation</c>, a <c>cancellation</c> or an <c>expiration</c> because of the day of the bucket.</summary>
    public static SandboxResponse NotEligible(SandboxCall call, string action) =>
        Locked(call, "bucket_not_eligible_for_manual_" + action, "The day of the bucket is over, or is today");

    private static SandboxResponse Locked(SandboxCall call, string key, string details) =>
        Errors.Refusal(call, 423, key, "Resource locked", details);
}
