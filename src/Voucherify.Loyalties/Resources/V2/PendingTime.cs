namespace Voucherify.Loyalties.Resources.V2;

/// <summary>Says since when a transaction may be a write that is resumed.</summary>
internal static class PendingTime
{
    /// <summary>How long ago a write can have been sent whose caller does not know when it was made.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    /// <summary>Returns the options of a resume, with the earliest time of a send.</summary>
    public static ResumeOptions Since(PendingChange pending, DateTimeOffset now, ResumeOptions? resume) =>
        (resume ?? new ResumeOptions()) with { SinceDoubtful = Of(pending, now) };

    /// <summary>Returns the time since the write was made.</summary>
    public static TimeSpan Of(PendingChange pending, DateTimeOffset now)
    {
        var earliest = pending.CreatedAt is { } created ? now - created : Longest;
        return earliest > TimeSpan.Zero ? earliest : TimeSpan.Zero;
    }
}
