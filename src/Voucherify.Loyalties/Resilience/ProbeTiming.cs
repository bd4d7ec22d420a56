namespace Voucherify.Loyalties.Resilience;

/// <summary>How long calls are held back before the client asks the service again.</summary>
internal static class ProbeTiming
{
    /// <summary>The time for the response to a probe. After it, another call is sent as a probe.</summary>
    public static readonly TimeSpan ProbeInterval = TimeSpan.FromSeconds(1);

    /// <summary>How long after the end of a wait the next call needs no probe, if none waited.</summary>
    public static readonly TimeSpan Stale = TimeSpan.FromMinutes(1);

    /// <summary>Longer than any call may wait. A date of the year 9999 would not fit into a timestamp.</summary>
    public static readonly TimeSpan LongestHold = TimeSpan.FromDays(2);

    /// <summary>A minute, which is a period of the rate limit, in whole seconds of two clocks.</summary>
    private static readonly TimeSpan LongestTrusted = TimeSpan.FromSeconds(61);

    private static readonly TimeSpan FirstProbe = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan LongestBetweenProbes = TimeSpan.FromMinutes(10);

    /// <summary>
    /// Returns the time until a probe may leave. A longer wait than a minute may be a mistake, and must not silence the client: probes
    /// leave after 10, 20, 40 seconds and so on.
    /// </summary>
    /// <param name="asked">How long the service asks to wait.</param>
    /// <param name="refusedProbes">How many probes it has refused in succession.</param>
    public static TimeSpan UntilProbe(TimeSpan asked, int refusedProbes)
    {
        if (asked <= LongestTrusted)
        {
            return asked;
        }

        var seconds = Math.Min(FirstProbe.TotalSeconds * Math.Pow(2, refusedProbes), LongestBetweenProbes.TotalSeconds);
        return TimeSpan.FromSeconds(Math.Min(seconds, asked.TotalSeconds));
    }
}
