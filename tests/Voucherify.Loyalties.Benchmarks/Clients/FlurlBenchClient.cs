using System.Text.Json;
using Flurl.Http;
using Flurl.Http.Configuration;
using Voucherify.Loyalties.Benchmarks.Clients.Models;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>Flurl.Http with source-generated JSON.</summary>
internal sealed class FlurlBenchClient : IBenchClient
{
    private readonly FlurlClient _client;

    public FlurlBenchClient(Uri address, Action<SocketsHttpHandler>? configure)
    {
        _client = new FlurlClient(Connection.Create(address, configure));
        _client.Settings.JsonSerializer = new DefaultJsonSerializer(new JsonSerializerOptions(ModelsJsonContext.Default.Options));
        _client.Settings.Timeout = Connection.Timeout;
    }

    public Task AdjustBalanceAsync(string card, string sourceId) => _client
        .Request("v1/loyalties/members", card, "balance")
        .PostJsonAsync(new Adjustment { Points = 1, SourceId = sourceId })
        .ReceiveJson<Balance>();

    public Task GetMemberAsync(string card) => _client.Request("v1/loyalties/members", card).GetJsonAsync<Member>();

    public Task ListTransactionsAsync(string card) => _client
        .Request("v1/loyalties/members", card, "transactions")
        .SetQueryParams(new { limit = 100, order = "-id" })
        .GetJsonAsync<TransactionPage>();

    public long Read(Task completed) => Responses.Read(completed);

    public void Dispose() => _client.Dispose();
}
