namespace Voucherify.Loyalties;

/// <summary>
/// Voucherify could not be reached, or the connection broke. For a write, it means that the request was not sent; if that is not certain,
/// the call ends with <see cref="LoyaltyOutcomeUnknownException"/> instead.
/// </summary>
public sealed class LoyaltyConnectionException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">The transport's error.</param>
    public LoyaltyConnectionException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
