namespace Voucherify.Loyalties;

/// <summary>
/// A timeout of the client's options, or of the call's, passed. Never thrown for the caller's own cancellation,
/// nor for a change that may have been applied: that is a <see cref="LoyaltyOutcomeUnknownException"/>.
/// </summary>
public sealed class LoyaltyTimeoutException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">Which timeout passed.</param>
    /// <param name="innerException">The last error before it passed, if there was one.</param>
    public LoyaltyTimeoutException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
