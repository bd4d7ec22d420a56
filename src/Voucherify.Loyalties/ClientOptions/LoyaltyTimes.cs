namespace Voucherify.Loyalties;

/// <summary>The times of a client by which a program must keep that decides itself what to send again.</summary>
/// <param name="AttemptTimeout"><see cref="LoyaltyClientOptions.AttemptTimeout"/>: bytes of a request leave within this time.</param>
/// <param name="SettleDelay"><see cref="OrderingOptions.SettleDelay"/>: how long after a response the next call for a card waits.</param>
/// <param name="NoAnswerWindow">
/// <see cref="ReconciliationOptions.NoAnswerWindow"/>: how long after sending a write can still be applied and listed.
/// </param>
public sealed record LoyaltyTimes(TimeSpan AttemptTimeout, TimeSpan SettleDelay, TimeSpan NoAnswerWindow)
{
    /// <summary>The times of a client with these options.</summary>
    internal static LoyaltyTimes Of(LoyaltyClientOptions options) =>
        new(options.AttemptTimeout, options.Ordering.SettleDelay, options.Reconciliation.NoAnswerWindow);
}
