using Microsoft.Extensions.DependencyInjection;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>This package, complete, as a user gets it from <c>AddVoucherifyLoyalties</c>.</summary>
internal sealed class LoyaltyBenchClient : IBenchClient
{
    private static readonly ListMemberTransactionsQuery Query = new() { Limit = 100, Order = TransactionOrder.IdDescending };

    private readonly ServiceProvider _services;
    private readonly ILoyaltyClient _client;

    public LoyaltyBenchClient(Uri address, HttpMessageHandler? handler)
    {
        var services = new ServiceCollection();
        var http = services.AddVoucherifyLoyalties(options =>
        {
            options.Cluster = VoucherifyCluster.Dedicated(address);
            options.Credentials = LoyaltyCredentials.ApiKey(Connection.AppId, Connection.AppToken);
            options.AttemptTimeout = Connection.Timeout;

            // One card is adjusted over and over, which no user does, and its settling is no cost of a call.
            options.Ordering.SettleDelay = TimeSpan.Zero;
        });
        if (handler is not null)
        {
            http.ConfigurePrimaryHttpMessageHandler(() => handler);
        }

        _services = services.BuildServiceProvider();
        _client = _services.GetRequiredService<ILoyaltyClient>();
    }

    public async Task<long> AdjustBalanceAsync(string card, string sourceId) =>
        (await _client.Members.AdjustBalanceAsync(card, new AdjustBalanceRequest { Points = 1, SourceId = sourceId })).Balance!.Value;

    public async Task<long> GetMemberAsync(string card) => (await _client.Members.GetMemberAsync(card)).LoyaltyCard!.Balance!.Value;

    public async Task<int> ListTransactionsAsync(string card) => (await _client.Transactions.ListMemberTransactionsPageAsync(card, Query)).Data!.Count;

    public void Dispose() => _services.Dispose();
}
