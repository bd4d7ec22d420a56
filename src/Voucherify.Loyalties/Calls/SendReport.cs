namespace Voucherify.Loyalties.Calls;

/// <summary>What the error of an unknown outcome says about the sends.</summary>
/// <param name="Attempts">How many requests the call has sent.</param>
/// <param name="LastSentAt">When the last one was sent, by this machine's clock; null if it is not known.</param>
/// <param name="WindowLeft">How long it can still be applied.</param>
internal sealed record SendReport(int Attempts, DateTimeOffset? LastSentAt, TimeSpan WindowLeft);
