using Voucherify.Loyalties.Queue;

namespace LoyaltyApi.Credits;

/// <summary>
/// Credits each order once: the order and its points commit together, and the worker of the queue sends the points. A crash at any moment
/// loses nothing and doubles nothing, also between the send and its effect.
/// </summary>
internal sealed class OrderCredits(OrderStore orders, IAdjustmentQueue queue)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(50);

    /// <summary>Stores the order with its points, and waits a moment for the points.</summary>
    /// <returns>What has become of the points so far.</returns>
    /// <exception cref="OrderConflictException">The order was credited to another card, or with other points.</exception>
    public async Task<AdjustmentStatus> CreditAsync(string orderId, Credit credit)
    {
        await orders.SaveAsync(orderId, credit);
        for (var waited = TimeSpan.Zero; ; waited += Interval)
        {
            var status = (await queue.GetAsync(credit.Card, orderId))!;
            if (status.State >= AdjustmentState.Applied || waited >= Patience)
            {
                return status;
            }

            await Task.Delay(Interval);
        }
    }
}
