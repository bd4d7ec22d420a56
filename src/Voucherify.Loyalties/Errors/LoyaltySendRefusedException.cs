namespace Voucherify.Loyalties;

/// <summary>
/// The last check before the socket said no, and the request was not sent: it would have left its host or its path, or the caller's own
/// send guard (<see cref="ResumeOptions.SendGuard"/>) refused it.
/// </summary>
public sealed class LoyaltySendRefusedException : LoyaltyException
{
    /// <summary>Makes the error.</summary>
    /// <param name="message">What was refused.</param>
    public LoyaltySendRefusedException(string message)
        : base(message)
    {
    }
}
