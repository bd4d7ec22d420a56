using Voucherify.Loyalties.Time;

namespace Voucherify.Loyalties.Resources;

/// <summary>Waits for a background job of the service, which can only be polled.</summary>
internal static class JobPolling
{
    /// <summary>Polls until the job has ended.</summary>
    /// <param name="clock">The clock of the waits.</param>
    /// <param name="name">The job, as named in the error.</param>
    /// <param name="getAsync">Reads the state of the job.</param>
    /// <param name="hasEnded">Whether the job has ended, successfully or not.</param>
    /// <param name="options">How long to wait, and how often to poll.</param>
    /// <param name="cancellationToken">The caller's token, which ends a wait at once.</param>
    /// <exception cref="LoyaltyTimeoutException">The job did not end in time.</exception>
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
                    $"{name} has not ended after {options.Timeout}. The service continues with it: wait again later.");
            }

            var wait = delay.Next();
            await clock.DelayAsync(wait < left ? wait : left, cancellationToken).ConfigureAwait(false);
        }
    }
}
