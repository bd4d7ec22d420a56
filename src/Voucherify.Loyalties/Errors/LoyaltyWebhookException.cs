namespace Voucherify.Loyalties;

/// <summary>The body of a webhook is no event. Its text is not repeated here: it may be about a customer, or come from anybody.</summary>
public sealed class LoyaltyWebhookException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What is wrong with the body.</param>
    /// <param name="innerException">The reader's error, if there was one.</param>
    public LoyaltyWebhookException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
