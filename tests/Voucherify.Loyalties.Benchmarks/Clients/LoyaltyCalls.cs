using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The work by this package, with a container or without.</summary>
internal abstract partial class LoyaltyCalls(ILoyaltyClient client) : IBenchClient
{
    private static readonly ListMemberTransactionsQuery Query = new() { Limit = 100, Order = TransactionOrder.IdDescending };

    public Task AdjustBalanceAsync(string card, string sourceId) =>
        client.V1.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = 1, SourceId = sourceId });

    public Task GetMemberAsync(string card) => client.V1.Members.GetMemberAsync(card);

    public Task ListTransactionsAsync(string card) => client.V1.Transactions.ListMemberTransactionsPageAsync(card, Query);

    public long Read(Task completed) => completed switch
    {
        Task<BalanceResult> balance => balance.Result.Balance!.Value,
        Task<LoyaltyMember> member => member.Result.LoyaltyCard!.Balance!.Value,
        Task<TransactionList> page => page.Result.Data!.Count,
        _ => throw new ArgumentException("This is not the task of a call.", nameof(completed)),
    };

    public abstract void Dispose();

    protected static void Configure(LoyaltyClientOptions options, Uri address)
    {
        options.Cluster = VoucherifyCluster.Dedicated(address);
        options.Credentials = LoyaltyCredentials.ApiKey(Connection.AppId, Connection.AppToken);
        options.AttemptTimeout = Connection.Timeout;

        // The benchmark adjusts the same card again and again. Without this, each call would wait for the card to settle.
        options.Ordering.SettleDelay = TimeSpan.Zero;

        // The end of a transaction is polled at once: a pause would measure the clock.
        options.Reconciliation.BaseDelay = TimeSpan.FromTicks(1);
    }
}
