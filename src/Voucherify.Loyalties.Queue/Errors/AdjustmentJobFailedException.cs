namespace Voucherify.Loyalties.Queue;

/// <summary>A job has ended with dead letters, or was cancelled.</summary>
/// <param name="message">How it ended.</param>
/// <param name="progress">The numbers of the job.</param>
public sealed class AdjustmentJobFailedException(string message, JobProgress progress) : LoyaltyException(message)
{
    /// <summary>The numbers of the job.</summary>
    public JobProgress Progress { get; } = progress;
}
