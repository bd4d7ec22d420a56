namespace Voucherify.Loyalties.Internal;

/// <summary>Waits for work that the service does in the background: it has no other way to tell than to be asked.</summary>
internal static class JobWait
{
    /// <summary>Looks until the work is over.</summary>
    /// <param name="waiting">Where to wait.</param>
    /// <param name="what">The work, for the error.</param>
    /// <param name="look">Reads the work's state.</param>
    /// <param name="isOver">Whether it has ended, well or not.</param>
    /// <param name="options">How long, and how often.</param>
    /// <param name="cancellationToken">The caller's token: it ends a wait at once.</param>
    /// <exception cref="LoyaltyTimeoutException">The time was over first.</exception>
    public static async Task<TJob> UntilOverAsync<TJob>(
        Waiting waiting,
        string what,
        Func<Task<TJob>> look,
        Func<TJob, bool> isOver,
        WaitOptions options,
        CancellationToken cancellationToken)
    {
        var started = waiting.Time.GetTimestamp();
        for (var delay = options.BaseDelay; ; delay = Min(delay * 2, options.MaxDelay))
        {
            var job = await look().ConfigureAwait(false);
            if (isOver(job))
            {
                return job;
            }

            var left = options.Timeout - waiting.Time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new LoyaltyTimeoutException($"{what} is not over after {options.Timeout}. The service goes on with it: wait again later.");
            }

            await waiting.DelayAsync(Min(delay, left), cancellationToken).ConfigureAwait(false);
        }
    }

    private static TimeSpan Min(TimeSpan a, TimeSpan b) => a < b ? a : b;
}
