namespace Voucherify.Loyalties;

/// <summary>
/// A timeout from the options of the client or of the call elapsed. Never thrown for the caller's own cancellation, or for a write that may
/// have been applied: that is a <see cref="LoyaltyOutcomeUnknownException"/>.
/// </summary>
public sealed class LoyaltyTimeoutException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">Which timeout elapsed.</param>
    /// <param name="innerException">The last error before the timeout, if there was one.</param>
    public LoyaltyTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
