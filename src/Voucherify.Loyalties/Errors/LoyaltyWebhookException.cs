namespace Voucherify.Loyalties;

/// <summary>
/// The body of a webhook is not an event. The message does not repeat the body, which may be about a customer or come from anyone.
/// </summary>
public sealed class LoyaltyWebhookException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What is wrong with the body.</param>
    /// <param name="innerException">The reader's error, if there was one.</param>
    public LoyaltyWebhookException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
