using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Worker;

/// <summary>How long a worker waits until something is due and can be done. The end of a call and new rows end the wait.</summary>
internal static class IdleTime
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(10);

    /// <summary>After a try that got nothing: another worker was faster, or there were not enough calls.</summary>
    private static readonly TimeSpan Retry = TimeSpan.FromMilliseconds(50);

    /// <summary>The time until a claim or a lookup.</summary>
    /// <param name="due">What waits.</param>
    /// <param name="limits">The calls that may be made.</param>
    /// <param name="blockedFor">How long this worker claims nothing.</param>
    /// <param name="longest">The longest wait.</param>
    /// <param name="now">The time of the store.</param>
    public static TimeSpan Until(DueWork due, CallLimits limits, TimeSpan blockedFor, TimeSpan longest, DateTimeOffset now)
    {
        if (due.IsStopped)
        {
            return longest;
        }

        var untilCall = (CallBudget.FreeAt(due.NextCallAt, limits) ?? now) - now;
        var untilClaim = due.NextClaimAt is { } claim ? Longest(claim - now, untilCall, blockedFor, Retry) : longest;
        var untilLook = due.NextLookAt is { } look ? Longest(look - now, Retry) : longest;
        return Longest(Shortest, new[] { untilClaim, untilLook, longest }.Min());
    }

    public static TimeSpan Longest(params TimeSpan[] times) => times.Max();
}
