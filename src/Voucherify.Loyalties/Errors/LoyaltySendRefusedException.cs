namespace Voucherify.Loyalties;

/// <summary>
/// The last check before the socket refused the request, so it was not sent: it would have gone to another host or path, or the caller's
/// own send guard (<see cref="ResumeOptions.SendGuard"/>) refused it.
/// </summary>
public sealed class LoyaltySendRefusedException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="message">What was refused.</param>
    public LoyaltySendRefusedException(string message)
        : base(message)
    {
    }
}
