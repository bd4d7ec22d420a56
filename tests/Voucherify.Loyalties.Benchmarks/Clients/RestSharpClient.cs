using System.Text.Json;
using RestSharp;
using RestSharp.Serializers.Json;
using Voucherify.Loyalties.Benchmarks.Clients.Models;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>RestSharp with source-generated JSON.</summary>
internal sealed class RestSharpClient(Uri address, Action<SocketsHttpHandler>? configure) : IBenchClient
{
    private readonly RestClient _client = new(
        Connection.Create(address, configure),
        new RestClientOptions(address) { Timeout = Connection.Timeout },
        disposeHttpClient: true,
        static serializers => serializers.UseSystemTextJson(new JsonSerializerOptions(ModelsJsonContext.Default.Options)));

    public Task AdjustBalanceAsync(string card, string sourceId) => _client.PostAsync<Balance>(
        new RestRequest("v1/loyalties/members/{card}/balance")
            .AddUrlSegment("card", card)
            .AddJsonBody(new Adjustment { Points = 1, SourceId = sourceId }));

    public Task GetMemberAsync(string card) =>
        _client.GetAsync<Member>(new RestRequest("v1/loyalties/members/{card}").AddUrlSegment("card", card));

    public Task ListTransactionsAsync(string card) => _client.GetAsync<TransactionPage>(
        new RestRequest("v1/loyalties/members/{card}/transactions")
            .AddUrlSegment("card", card)
            .AddQueryParameter("limit", "100")
            .AddQueryParameter("order", "-id"));

    public long Read(Task completed) => Responses.Read(completed);

    public void Dispose() => _client.Dispose();
}
