using System.Collections.Concurrent;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyApi.Credits;

/// <summary>
/// Credits each order once. What may have been sent is written down before it is sent; a repeat then looks for it first.
/// The dictionary stands for a table of yours whose key is the order id: it must outlive the process, or a repeat after a restart is a new order.
/// </summary>
internal sealed class OrderCredits(ILoyaltyClient client, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public async Task<CreditedOrder> CreditAsync(string orderId, Credit credit)
    {
        var order = _orders.GetOrAdd(orderId, static _ => new Order());

        // Two requests for one order: the second one waits, and gets the answer of the first.
        await order.Turn.WaitAsync();
        try
        {
            if (order.Sent is { } sent && sent != credit)
            {
                throw new OrderConflictException($"Order {orderId} earned {sent.Points} points for another request before.");
            }

            return order.Result ??= await ApplyAsync(orderId, order, credit);
        }
        finally
        {
            order.Turn.Release();
        }
    }

    private async Task<CreditedOrder> ApplyAsync(string orderId, Order order, Credit credit)
    {
        var request = new AdjustBalanceRequest { Points = credit.Points, Reason = $"Order {orderId}", SourceId = orderId };
        var result = order.Sent is null
            ? await SendAsync(order, credit, request)
            : await ResumeAsync(order, credit, request);
        return new CreditedOrder(orderId, credit.Card, credit.Points, result.Balance);
    }

    private async Task<BalanceResult> SendAsync(Order order, Credit credit, AdjustBalanceRequest request)
    {
        order.Sent = credit;
        order.FirstSentAt = _clock.GetUtcNow();
        try
        {
            return await client.V1.Members.AdjustBalanceAsync(credit.Card, request);
        }
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            order.LastSentAt = unknown.LastSentAt;
            throw;
        }
        catch (Exception error) when (error is LoyaltyException or ArgumentException)
        {
            // Certainly not credited: the next request may be another one.
            order.Sent = null;
            throw;
        }
    }

    private async Task<BalanceResult> ResumeAsync(Order order, Credit credit, AdjustBalanceRequest request)
    {
        // It may send too: until it ends, only the first time is known.
        var resume = new ResumeOptions { Prior = Prior(order) };
        order.LastSentAt = null;
        try
        {
            return await client.V1.Members.ResumeAdjustmentAsync(credit.Card, request, resume);
        }
        catch (LoyaltyOutcomeUnknownException unknown)
        {
            order.LastSentAt = unknown.LastSentAt;
            throw;
        }
    }

    private PriorAttempt Prior(Order order)
    {
        var now = _clock.GetUtcNow();
        return order.LastSentAt is { } last && last <= now && order.FirstSentAt <= last
            ? PriorAttempt.ElapsedSinceSend(now - last, now - order.FirstSentAt)
            : PriorAttempt.Unknown;
    }

    private sealed class Order
    {
        public SemaphoreSlim Turn { get; } = new(1, 1);

        /// <summary>What may have been sent; null when certainly nothing was.</summary>
        public Credit? Sent { get; set; }

        public DateTimeOffset FirstSentAt { get; set; }

        public DateTimeOffset? LastSentAt { get; set; }

        public CreditedOrder? Result { get; set; }
    }
}
