using Voucherify.Loyalties.Queue.Store;

namespace Voucherify.Loyalties.Queue.Jobs;

/// <summary>The changes of a job in the store.</summary>
internal static class JobRows
{
    /// <summary>Begins a job, or goes on with one.</summary>
    public static StoredJob BeginJob(this IQueueRows rows, string jobId, DateTimeOffset now)
    {
        if (rows.GetJob(jobId) is { } known)
        {
            return known;
        }

        var job = new StoredJob { JobId = jobId, State = JobState.Submitting, CreatedAt = now };
        rows.Save(job);
        return job;
    }

    /// <summary>All items are in: from now on they may be sent.</summary>
    /// <exception cref="AdjustmentJobConflictException">The job has other items.</exception>
    public static bool EndSubmit(this IQueueRows rows, string jobId, long total, string hash)
    {
        var job = Require(rows, jobId);
        if (job.Hash is not null)
        {
            return job.Hash == hash ? true : throw Conflict(jobId);
        }

        if (rows.Count(jobId).Values.Sum() > total)
        {
            // An earlier, incomplete submit had items that this one does not have.
            throw Conflict(jobId);
        }

        if (job.State == JobState.Submitting)
        {
            rows.Save(job with { State = JobState.Running, Total = total, Hash = hash });
        }

        return true;
    }

    /// <summary>Changes the state of a job, if it is in another one.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public static bool ChangeJob(this IQueueRows rows, string jobId, JobState from, JobState to)
    {
        var job = Require(rows, jobId);
        if (job.State == from)
        {
            rows.Save(job with { State = to });
        }

        return job.State == from;
    }

    /// <summary>Cancels a job.</summary>
    /// <exception cref="ArgumentException">There is no such job.</exception>
    public static int CancelJob(this IQueueRows rows, string jobId, bool blocksCard)
    {
        rows.Save(Require(rows, jobId) with { State = JobState.Cancelled });
        var open = rows.List(new AdjustmentFilter { JobId = jobId }, 0, int.MaxValue)
            .Where(static row => row.State is AdjustmentState.New or AdjustmentState.Pending);
        return rows.Discard(open, blocksCard);
    }

    /// <summary>Returns the numbers of a job; null if there is no such job.</summary>
    public static JobProgress? Progress(this IQueueRows rows, string jobId)
    {
        if (rows.GetJob(jobId) is not { } job)
        {
            return null;
        }

        var counts = rows.Count(jobId);
        var (verified, sends) = rows.CountJob(jobId);
        var progress = new JobProgress
        {
            JobId = jobId,
            State = job.State,
            Total = counts.Values.Sum(),
            Pending = Of(AdjustmentState.New) + Of(AdjustmentState.Pending) + Of(AdjustmentState.Sending),
            Unknown = Of(AdjustmentState.Unknown) + Of(AdjustmentState.Recorded),
            Applied = Of(AdjustmentState.Applied),
            DeadLetters = Of(AdjustmentState.DeadLetter),
            Discarded = Of(AdjustmentState.Discarded),
            Verified = verified,
            Sends = sends,
            PausedBy = rows.State.Pause,
        };
        return progress with { State = StateOf(progress) };

        long Of(AdjustmentState state) => counts.GetValueOrDefault(state);
    }

    private static JobState StateOf(JobProgress progress) =>
        progress.State is not (JobState.Running or JobState.Paused) ? progress.State
        : progress.Pending + progress.Unknown == 0
            ? progress.DeadLetters > 0 ? JobState.CompletedWithDeadLetters : JobState.Completed
        : progress.PausedBy is not null ? JobState.Paused
        : progress.State;

    private static StoredJob Require(IQueueRows rows, string jobId) =>
        rows.GetJob(jobId) ?? throw new ArgumentException($"There is no job '{jobId}'.", nameof(jobId));

    private static AdjustmentJobConflictException Conflict(string jobId) =>
        new($"The job '{jobId}' exists already, with other items. Give this one another id.");
}
