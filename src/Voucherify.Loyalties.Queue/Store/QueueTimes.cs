namespace Voucherify.Loyalties.Queue.Store;

/// <summary>The times and rules by which rows change.</summary>
/// <param name="SendWindow">How long after its claim a row may be sent.</param>
/// <param name="AttemptTimeout">Within which time after the last check the bytes leave.</param>
/// <param name="NoAnswerWindow">How long after that a write can be applied and listed.</param>
/// <param name="SettleDelay">How long after a response the next row of a line waits.</param>
/// <param name="BlocksCard">Whether a dead letter holds up its line.</param>
internal sealed record QueueTimes(
    TimeSpan SendWindow, TimeSpan AttemptTimeout, TimeSpan NoAnswerWindow, TimeSpan SettleDelay, bool BlocksCard)
{
    /// <summary>How far the clocks of the service and of the store may differ.</summary>
    public static readonly TimeSpan ClockMargin = TimeSpan.FromMinutes(1);

    /// <summary>How long after its claim a row of a worker that is gone can still be applied.</summary>
    public TimeSpan Longest => SendWindow + AttemptTimeout + NoAnswerWindow;
}
