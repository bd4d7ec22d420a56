using System.Collections.Concurrent;
using Voucherify.Loyalties;
using Voucherify.Loyalties.V1;

namespace LoyaltyApi.Credits;

/// <summary>
/// Credits each order once. It records a credit before sending it, and a repeated request then searches the transactions before it sends
/// again. The dictionary stands in for a database table with the order id as its key. It must outlive the process: otherwise a request
/// that is repeated after a restart counts as a new order.
/// </summary>
internal sealed class OrderCredits(ILoyaltyClient client, TimeProvider? clock = null)
{
    private readonly TimeProvider _clock = clock ?? TimeProvider.System;
    private readonly ConcurrentDictionary<string, Order> _orders = new(StringComparer.Ordinal);

    public async Task<CreditedOrder> CreditAsync(string orderId, Credit credit)
    {
        var order = _orders.GetOrAdd(orderId, static _ => new Order());

        // If two requests arrive for one order, the second waits and gets the response of the first.
        await order.Lock.WaitAsync();
        try
        {
            if (order.Sent is { } sent && sent != credit)
            {
                throw new OrderConflictException($"Order {orderId} was requested before, with {sent.Points} points for card {sent.Card}.");
            }

            return order.Result ??= await ApplyAsync(orderId, order, credit);
        }
        finally
        {
            order.Lock.Release();
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
            // The order was certainly not credited, so the next request may have another card or other points.
            order.Sent = null;
            throw;
        }
    }

    private async Task<BalanceResult> ResumeAsync(Order order, Credit credit, AdjustBalanceRequest request)
    {
        // A resume may also send. Until it ends, only the time of the first send is known.
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
        public SemaphoreSlim Lock { get; } = new(1, 1);

        /// <summary>The credit that may have been sent, or null if certainly none was.</summary>
        public Credit? Sent { get; set; }

        public DateTimeOffset FirstSentAt { get; set; }

        public DateTimeOffset? LastSentAt { get; set; }

        public CreditedOrder? Result { get; set; }
    }
}
