namespace Voucherify.Loyalties.Calls;

/// <summary>How one attempt ended.</summary>
/// <param name="Kind">The row of the outcome table.</param>
/// <param name="Error">The error to throw if the call ends here; null after a success.</param>
internal sealed record AttemptResult(AttemptKind Kind, Exception? Error = null)
{
    public static readonly AttemptResult Success = new(AttemptKind.Succeeded);

    /// <summary>
    /// Whether the service itself responded, with an error in its own JSON. A gateway's page or a lost response does not count.
    /// </summary>
    public bool ServiceAnswered { get; init; }

    /// <summary>How long the server asked to wait before the next attempt; null if it did not.</summary>
    public TimeSpan? ServerDelay { get; init; }

    /// <summary>The attempt was skipped, because the rate limit requires a wait that is too long.</summary>
    public static AttemptResult HeldBack(LoyaltyRateLimitException error) => new(AttemptKind.HeldBack, error);
}
