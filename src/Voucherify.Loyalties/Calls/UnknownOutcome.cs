namespace Voucherify.Loyalties.Calls;

/// <summary>Creates the errors of a write whose outcome is unknown. They carry its subject, so that it can be found and resumed.</summary>
internal static class UnknownOutcome
{
    /// <summary>Creates the error of a write whose response was lost.</summary>
    /// <param name="subject">What the write is about.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="message">What happened.</param>
    /// <param name="cause">The last error.</param>
    public static LoyaltyOutcomeUnknownException Failure(
        CallSubject? subject, SendReport sent, string message, Exception? cause) => new(message, cause)
        {
            SourceId = subject?.SourceId,
            MemberId = subject?.MemberId,
            CampaignId = subject?.CampaignId,
            Adjustment = subject?.Adjustment,
            Transfer = subject?.Transfer,
            Pending = subject?.Pending,
            TransactionId = sent.TransactionId,
            Candidates = sent.Candidates,
            Attempts = sent.Attempts,
            LastSentAt = sent.LastSentAt,
            WindowLeft = sent.WindowLeft,
        };

    /// <summary>Creates the error of a write that the caller cancelled when it may already have been sent.</summary>
    /// <param name="subject">What the write is about.</param>
    /// <param name="sent">When it was sent.</param>
    /// <param name="message">What happened.</param>
    /// <param name="cause">The cancellation.</param>
    /// <param name="callerToken">The caller's token.</param>
    public static LoyaltyOperationCanceledException Cancellation(
        CallSubject? subject, SendReport sent, string message, Exception cause, CancellationToken callerToken) =>
        new(message, cause, callerToken)
        {
            SourceId = subject?.SourceId,
            MemberId = subject?.MemberId,
            CampaignId = subject?.CampaignId,
            Adjustment = subject?.Adjustment,
            Transfer = subject?.Transfer,
            Pending = subject?.Pending,
            TransactionId = sent.TransactionId,
            LastSentAt = sent.LastSentAt,
            WindowLeft = sent.WindowLeft,
        };
}
