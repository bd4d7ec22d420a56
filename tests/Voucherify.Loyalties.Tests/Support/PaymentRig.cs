using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A member with 1,000 points, each worth one minor unit, and the order <c>order-1</c> of 10,000.</summary>
internal sealed class PaymentRig : IDisposable
{
    private PaymentRig(CardRig cards, OrderId orderId) => (Cards, OrderId) = (cards, orderId);

    public CardRig Cards { get; }

    public OrderId OrderId { get; }

    /// <summary>How often the service saw a payment.</summary>
    public int Posts => Cards.PostsOf("/orders/payments");

    /// <summary>The points that were spent, payment by payment.</summary>
    public IReadOnlyList<long> Effects =>
        [.. Cards.Sandbox.Journal.Where(static entry => entry.Type == "POINTS_SPENT_ON_ORDER").Select(static entry => entry.Points)];

    public static async Task<PaymentRig> StartAsync(TimeSpan? applyLag = null, Action<LoyaltyClientOptions>? configure = null)
    {
        var cards = new CardRig(applyLag, configure, addProgram: CardPrograms.AddWithPayments);
        var order = await cards.OrderAsync("order-1");
        return new PaymentRig(cards, order.Id);
    }

    public Task<OrderTransaction> PayAsync(
        long max = 100, OrderReference? order = null, RequestOptions? options = null, CancellationToken cancellationToken = default) =>
        Cards.Client.V2.Payments.PayOrderAsync(Cards.Program, Cards.Member.Id, RequestOf(max, order), options, cancellationToken);

    public Task<OrderTransaction> SimulateAsync(long max = 100) =>
        Cards.Client.V2.Payments.SimulateOrderPaymentAsync(Cards.Program, Cards.Member.Id, RequestOf(max));

    public Task<OrderTransaction> ResumeAsync(PendingChange? pending, ResumeOptions? resume = null, TimeSpan? timeout = null) =>
        Cards.Client.V2.Payments.ResumeOrderPaymentAsync(
            (PendingPayment)pending!, resume, timeout is null ? null : new RequestOptions { Timeout = timeout });

    /// <summary>Pays by another client, which this one knows nothing of.</summary>
    public async Task<OrderTransaction> PayElsewhereAsync(long max = 100)
    {
        using var other = TestClientBuilder.ForSandbox(Cards.Sandbox).WithHandler(Cards.Sandbox.CreateHandler()).WithSeed(8).Build();
        return await Cards.Run(other.V2.Payments.PayOrderAsync(Cards.Program, Cards.Member.Id, RequestOf(max)));
    }

    public T Run<T>(T call)
        where T : Task => Cards.Run(call);

    public void Dispose() => Cards.Dispose();

    private PayOrderRequest RequestOf(long max, OrderReference? order = null) => new()
    {
        CardId = Cards.Card,
        Order = order ?? OrderReference.ById(OrderId),
        Limit = PaymentLimit.Points(max),
    };
}
