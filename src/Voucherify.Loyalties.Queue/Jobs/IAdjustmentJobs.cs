namespace Voucherify.Loyalties.Queue;

/// <summary>Jobs of many adjustments, such as a file of credits.</summary>
public interface IAdjustmentJobs
{
    /// <summary>Reads all items and tells what a job of them would cost. It stores and sends nothing.</summary>
    /// <param name="items">The items.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>The numbers of items, cards and calls, and the time.</returns>
    /// <exception cref="CsvException">A line of a file is not valid.</exception>
    Task<JobPlan> PlanAsync(IAsyncEnumerable<QueuedItem> items, CancellationToken cancellationToken = default);

    /// <summary>
    /// Stores the items of a job. None is sent before the last one is stored. After a crash, call it again with the same items: it goes on
    /// where it stopped.
    /// </summary>
    /// <param name="jobId">Your id of the job.</param>
    /// <param name="items">The items. The order of a card is the order of the items.</param>
    /// <param name="cancellationToken">Cancels the call; nothing is sent then.</param>
    /// <returns>The numbers of the job.</returns>
    /// <exception cref="ArgumentException">An item is not valid.</exception>
    /// <exception cref="AdjustmentJobConflictException">The job exists with other items.</exception>
    /// <exception cref="CsvException">A line of a file is not valid.</exception>
    Task<JobProgress> SubmitAsync(string jobId, IAsyncEnumerable<QueuedItem> items, CancellationToken cancellationToken = default);

    /// <summary>Returns the numbers of a job; null if there is no such job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<JobProgress?> GetProgressAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Returns the numbers of a job again and again, until it has ended.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="interval">The time between two. Default: 1 second.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    IAsyncEnumerable<JobProgress> WatchAsync(string jobId, TimeSpan? interval = null, CancellationToken cancellationToken = default);

    /// <summary>Waits until all items of a job were applied.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <exception cref="AdjustmentJobFailedException">It has ended with dead letters, or was cancelled.</exception>
    Task<JobProgress> WaitAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Sends no more items of a job until <see cref="ResumeAsync"/>. Its cards wait.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task PauseAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Ends a pause of a job.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task ResumeAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Discards all items of a job that were certainly never sent. What was sent is settled.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task CancelAsync(string jobId, CancellationToken cancellationToken = default);

    /// <summary>Compares a job with the lists of its programs, independently of what the queue has written down.</summary>
    /// <param name="jobId">The job.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What differs.</returns>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    Task<JobVerification> VerifyAsync(string jobId, CancellationToken cancellationToken = default);
}
