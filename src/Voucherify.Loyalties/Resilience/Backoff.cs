namespace Voucherify.Loyalties.Resilience;

/// <summary>
/// The delays between attempts: exponential, with jitter from the first retry on. Computed here rather than by Polly, because the decision
/// to retry depends on the delay: one that does not fit into the remaining time ends the call at once.
/// </summary>
internal static class Backoff
{
    /// <summary>Returns the delay before a retry.</summary>
    /// <param name="retry">The retry options.</param>
    /// <param name="attempt">The number of earlier retries: 0 for the first.</param>
    /// <param name="random">Returns a number from 0 to 1.</param>
    public static TimeSpan Next(RetryOptions retry, int attempt, Func<double> random) =>
        // Equal jitter, so that callers that failed together do not retry together.
        TimeSpan.FromTicks((long)(Full(retry, attempt) * (0.5 + (random() / 2))));

    /// <summary>Returns the shortest delay before a retry.</summary>
    /// <param name="retry">The retry options.</param>
    /// <param name="attempt">The number of earlier retries: 0 for the first.</param>
    public static TimeSpan Shortest(RetryOptions retry, int attempt) => TimeSpan.FromTicks((long)(Full(retry, attempt) / 2));

    private static double Full(RetryOptions retry, int attempt) =>
        Math.Min(retry.BaseDelay.Ticks * Math.Pow(2, attempt), retry.MaxDelay.Ticks);
}
