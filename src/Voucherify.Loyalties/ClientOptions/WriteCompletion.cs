namespace Voucherify.Loyalties;

/// <summary>When an adjustment of version 2 of the API returns.</summary>
public enum WriteCompletion
{
    /// <summary>When the service has applied it. A rejected one throws <see cref="LoyaltyTransactionRejectedException"/>.</summary>
    Settled,

    /// <summary>
    /// When the service has recorded it: the transaction may still be <c>PENDING</c>, and may be rejected. The client waits for its end in
    /// the background, before the next call for the member.
    /// </summary>
    Accepted,
}
