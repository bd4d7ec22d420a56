using Voucherify.Loyalties.ClientOptions;

namespace Voucherify.Loyalties;

/// <summary>
/// How calls that move the points of one card keep their order. They run one at a time, in the order in which they were made; calls for
/// different cards never wait for each other. The order holds within one client; another process has its own order.
/// </summary>
public sealed class OrderingOptions
{
    /// <summary>
    /// How long after a response the next call for the same card waits, because the service applies points some time after it responds.
    /// Without a next call, nothing waits. Default: 2 seconds; the vendor names no number. If the service takes longer than this, two calls
    /// can be applied in the wrong order.
    /// </summary>
    public TimeSpan SettleDelay { get; set; } = OrderingDefaults.SettleDelay;

    /// <summary>
    /// How long a call may wait for its turn before it ends with <see cref="LoyaltyTimeoutException"/>, with nothing sent. Behind a call
    /// whose outcome is unknown, it waits for at most <see cref="ReconciliationOptions.OutcomeTimeout"/>. Default: 60 seconds.
    /// </summary>
    public TimeSpan MaxQueueWait { get; set; } = OrderingDefaults.MaxQueueWait;

    /// <summary>
    /// How many calls may wait for their turn, for each card. A further call that would have to wait ends at once with
    /// <see cref="LoyaltyQueueFullException"/>, with nothing sent. With 0, no call waits, not even for <see cref="SettleDelay"/>. A call
    /// that resumes the one that holds up the card is not refused, and one that joins another call with its <c>source_id</c> is not
    /// counted. Default: no limit.
    /// </summary>
    public int? MaxQueueLength { get; set; }

    /// <summary>
    /// What happens to the next calls for a card after a call whose outcome is unknown. Default:
    /// <see cref="AfterUnknownOutcome.CloseCard"/>.
    /// </summary>
    public AfterUnknownOutcome AfterUnknown { get; set; } = AfterUnknownOutcome.CloseCard;
}
