using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>Waits for work that the service does in the background. It can only be asked.</summary>
internal static class JobPolling
{
    /// <summary>Polls until the work has ended.</summary>
    /// <param name="clock">The clock of the waits.</param>
    /// <param name="name">The work, for the error.</param>
    /// <param name="getAsync">Reads the state of the work.</param>
    /// <param name="hasEnded">Whether the work has ended, successfully or not.</param>
    /// <param name="options">How long to wait, and how often to poll.</param>
    /// <param name="cancellationToken">The caller's token: it ends a wait at once.</param>
    /// <exception cref="LoyaltyTimeoutException">The work had not ended in time.</exception>
    public static async Task<TJob> UntilEndedAsync<TJob>(
        ClientClock clock,
        string name,
        Func<Task<TJob>> getAsync,
        Func<TJob, bool> hasEnded,
        WaitOptions options,
        CancellationToken cancellationToken)
    {
        var started = clock.Time.GetTimestamp();
        var delay = new DoublingDelay(options.BaseDelay, options.MaxDelay);
        while (true)
        {
            var job = await getAsync().ConfigureAwait(false);
            if (hasEnded(job))
            {
                return job;
            }

            var left = options.Timeout - clock.Time.GetElapsedTime(started);
            if (left <= TimeSpan.Zero)
            {
                throw new LoyaltyTimeoutException(
                    $"{name} is not over after {options.Timeout}. The service goes on with it: wait again later.");
            }

            var wait = delay.Next();
            await clock.DelayAsync(wait < left ? wait : left, cancellationToken).ConfigureAwait(false);
        }
    }
}
