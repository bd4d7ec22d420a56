namespace Voucherify.Loyalties.Resilience;

/// <summary>How long a call must wait for the rate limit.</summary>
/// <param name="Delay">The time until the client lets a call out; zero if the call may leave at once.</param>
/// <param name="IsTooLong">Whether the call should end instead of waiting.</param>
/// <param name="Cause">Why it must wait.</param>
internal readonly record struct RateWait(TimeSpan Delay, bool IsTooLong, HoldCause Cause)
{
    /// <summary>Whether the call may leave at once.</summary>
    public bool IsOver => Delay <= TimeSpan.Zero && !IsTooLong;
}
