namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// The waits between attempts: exponential, with jitter from the first retry. Computed here and not by Polly, because the decision to try again
/// must know the wait: one that does not fit into the time left ends the call at once.
/// </summary>
internal static class Backoff
{
    /// <summary>The wait before a retry.</summary>
    /// <param name="retry">The options.</param>
    /// <param name="attempt">How many retries there were before: 0 for the first.</param>
    /// <param name="random">Gives a number from 0 to 1.</param>
    public static TimeSpan Next(RetryOptions retry, int attempt, Func<double> random)
    {
        var full = Math.Min(retry.BaseDelay.Ticks * Math.Pow(2, attempt), retry.MaxDelay.Ticks);

        // Half of it is certain, half of it is chance: callers that failed together do not come back together.
        return TimeSpan.FromTicks((long)(full * (0.5 + (random() / 2))));
    }
}
