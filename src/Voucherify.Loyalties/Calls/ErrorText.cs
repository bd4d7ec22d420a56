namespace Voucherify.Loyalties.Calls;

/// <summary>Quotes an error in the message of another one.</summary>
internal static class ErrorText
{
    /// <summary>
    /// Returns the message of an error of this package or of a cancellation. Of any other error, such as one of a user's token provider, it
    /// returns the type: its message may contain anything.
    /// </summary>
    public static string Of(Exception error) =>
        error is LoyaltyException or OperationCanceledException ? error.Message : $"{error.GetType().Name}.";
}
