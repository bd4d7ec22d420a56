using Voucherify.Loyalties.V2;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>A member with 1,000 points, and a reward that costs 100.</summary>
internal sealed class PurchaseRig : IDisposable
{
    public PurchaseRig(TimeSpan? applyLag = null, Action<LoyaltyClientOptions>? configure = null) => Cards = new CardRig(
        applyLag,
        configure,
        addProgram: sandbox =>
        {
            var program = sandbox.V2.AddProgram();
            RewardId = program.RewardId;
            return program.Id;
        });

    /// <summary>The reward itself does not allow refunds.</summary>
    public static RefundPurchaseRequest AllowRefund { get; } = new() { Policies = new() { Refund = RefundPolicy.Allow } };

    public CardRig Cards { get; }

    public RewardId RewardId { get; private set; }

    /// <summary>How often the service saw a purchase.</summary>
    public int Posts => Cards.PostsOf("/rewards/purchases");

    /// <summary>How often the service saw a refund.</summary>
    public int Refunds => Cards.PostsOf("/refund");

    /// <summary>The points that moved, purchase by purchase and refund by refund.</summary>
    public IReadOnlyList<long> Effects => [.. Cards.Sandbox.Journal.Select(static entry => entry.Points)];

    public Task<RewardTransaction> PurchaseAsync(RequestOptions? options = null) =>
        Cards.Client.V2.Purchases.PurchaseRewardAsync(Cards.Program, Cards.Member.Id, new() { RewardId = RewardId }, options);

    public Task<RewardTransaction> SimulateAsync() =>
        Cards.Client.V2.Purchases.SimulatePurchaseAsync(Cards.Program, Cards.Member.Id, new() { RewardId = RewardId });

    public Task<RewardTransaction> ResumeAsync(PendingChange? pending, ResumeOptions? resume = null) =>
        Cards.Client.V2.Purchases.ResumePurchaseAsync((PendingPurchase)pending!, resume);

    public Task<PurchaseRefund> RefundAsync(RewardTransaction purchase, RequestOptions? options = null) =>
        Cards.Client.V2.Purchases.RefundPurchaseAsync(Cards.Program, Cards.Member.Id, purchase.Id, AllowRefund, options);

    /// <summary>Does something with another client, which this one knows nothing of.</summary>
    public async Task<TResult> ElsewhereAsync<TResult>(Func<IPurchasesClient, Task<TResult>> call)
    {
        using var other = TestClientBuilder.ForSandbox(Cards.Sandbox).WithHandler(Cards.Sandbox.CreateHandler()).WithSeed(8).Build();
        return await Cards.Run(call(other.V2.Purchases));
    }

    public T Run<T>(T call)
        where T : Task => Cards.Run(call);

    public void Dispose() => Cards.Dispose();
}
