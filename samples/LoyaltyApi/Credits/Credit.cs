using Voucherify.Loyalties.Queue;

namespace LoyaltyApi.Credits;

/// <summary>The points that an order earned, and the card that gets them.</summary>
internal sealed record Credit(string Card, long Points)
{
    /// <summary>The adjustment of an order.</summary>
    public QueuedAdjustment ToItem(string orderId) =>
        new() { MemberId = Card, Points = Points, SourceId = orderId, Reason = $"Order {orderId}" };
}
