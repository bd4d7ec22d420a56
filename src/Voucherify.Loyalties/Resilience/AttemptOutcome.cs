namespace Voucherify.Loyalties.Resilience;

/// <summary>How one attempt ended.</summary>
/// <param name="Happened">The row of the outcome table.</param>
/// <param name="Error">The error to throw if the call ends here; null after a success.</param>
internal sealed record AttemptOutcome(AttemptEvent Happened, Exception? Error = null)
{
    public static readonly AttemptOutcome Success = new(AttemptEvent.Succeeded);

    /// <summary>Whether the service itself answered, with an error in its own JSON; a gateway's page or a lost answer is not that.</summary>
    public bool ServiceAnswered { get; init; }

    /// <summary>How long the server asked to wait before the next attempt, if it did.</summary>
    public TimeSpan? ServerDelay { get; init; }
}
