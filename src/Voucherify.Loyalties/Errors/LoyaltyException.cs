namespace Voucherify.Loyalties;

/// <summary>The base of every error that this package reports, beside <see cref="ArgumentException"/> and <see cref="OperationCanceledException"/>.</summary>
public class LoyaltyException : Exception
{
    /// <summary>Makes an error without a message of its own.</summary>
    public LoyaltyException()
    {
    }

    /// <summary>Makes an error with a message.</summary>
    /// <param name="message">What happened.</param>
    public LoyaltyException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an error with a message and its cause.</summary>
    /// <param name="message">What happened.</param>
    /// <param name="innerException">What caused it.</param>
    public LoyaltyException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
