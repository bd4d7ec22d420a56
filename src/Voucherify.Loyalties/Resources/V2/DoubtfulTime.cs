using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Resources.V2;

/// <summary>How long ago a transaction without a marker may be an adjustment whose first send is not known.</summary>
internal static class DoubtfulTime
{
    /// <summary>How long ago an adjustment can have been sent whose caller does not know when it was made.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Returns the time since the adjustment was made.</summary>
    public static TimeSpan Of(PendingAdjustment pending, DateTimeOffset now)
    {
        var earliest = pending.CreatedAt is { } created ? now - created : Longest;
        return earliest > TimeSpan.Zero ? earliest : TimeSpan.Zero;
    }
}
