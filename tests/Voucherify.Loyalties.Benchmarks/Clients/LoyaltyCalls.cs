using Voucherify.Loyalties.V1;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The work by this package, whichever way its client was made.</summary>
internal abstract class LoyaltyCalls(ILoyaltyClient client) : IBenchClient
{
    private static readonly ListMemberTransactionsQuery Query = new() { Limit = 100, Order = TransactionOrder.IdDescending };

    public async Task<long> AdjustBalanceAsync(string card, string sourceId) =>
        (await client.V1.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = 1, SourceId = sourceId })).Balance!.Value;

    public async Task<long> GetMemberAsync(string card) => (await client.V1.Members.GetMemberAsync(card)).LoyaltyCard!.Balance!.Value;

    public async Task<int> ListTransactionsAsync(string card) => (await client.V1.Transactions.ListMemberTransactionsPageAsync(card, Query)).Data!.Count;

    public abstract void Dispose();

    protected static void Configure(LoyaltyClientOptions options, Uri address)
    {
        options.Cluster = VoucherifyCluster.Dedicated(address);
        options.Credentials = LoyaltyCredentials.ApiKey(Connection.AppId, Connection.AppToken);
        options.AttemptTimeout = Connection.Timeout;

        // One card is adjusted over and over, which no user does, and its settling is no cost of a call.
        options.Ordering.SettleDelay = TimeSpan.Zero;
    }
}
