namespace Voucherify.Loyalties;

/// <summary>
/// As many calls as <see cref="OrderingOptions.MaxQueueLength"/> allows wait for a card already. Nothing was sent; a later call may find a
/// shorter queue.
/// </summary>
public sealed class LoyaltyQueueFullException : LoyaltyException
{
    /// <summary>Creates the error.</summary>
    /// <param name="memberId">The card whose queue is full.</param>
    /// <param name="maxQueueLength">How many calls may wait for it.</param>
    public LoyaltyQueueFullException(string memberId, int maxQueueLength)
        : base($"{maxQueueLength} calls wait for the card already (Ordering.MaxQueueLength): nothing was sent.")
    {
        MemberId = memberId;
    }

    /// <summary>The card whose queue is full.</summary>
    public string MemberId { get; }
}
