using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The floor: <see cref="HttpClient"/> and source-generated System.Text.Json by hand, with a timeout for each attempt, and nothing else.</summary>
internal sealed class FloorClient(Uri address, HttpMessageHandler? handler) : IBenchClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    private readonly HttpClient _http = Connection.Create(address, handler);

    public async Task<long> AdjustBalanceAsync(string card, string sourceId)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(new FloorAdjustment { Points = 1, SourceId = sourceId }, FloorJsonContext.Default.FloorAdjustment);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/loyalties/members/{Uri.EscapeDataString(card)}/balance")
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = Json } },
        };
        var answer = await SendAsync(request, FloorJsonContext.Default.FloorBalance, CancellationToken.None);
        return answer.Balance!.Value;
    }

    public async Task<long> GetMemberAsync(string card)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/loyalties/members/{Uri.EscapeDataString(card)}");
        return (await SendAsync(request, FloorJsonContext.Default.FloorMember, CancellationToken.None)).LoyaltyCard!.Balance!.Value;
    }

    public async Task<int> ListTransactionsAsync(string card)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/loyalties/members/{Uri.EscapeDataString(card)}/transactions?limit=100&order=-id");
        return (await SendAsync(request, FloorJsonContext.Default.FloorTransactions, CancellationToken.None)).Data!.Count;
    }

    public void Dispose() => _http.Dispose();

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Connection.Timeout);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, timeout.Token);
        response.EnsureSuccessStatusCode();
        await using var stream = await response.Content.ReadAsStreamAsync(timeout.Token);
        return await JsonSerializer.DeserializeAsync(stream, type, timeout.Token) ?? throw new InvalidOperationException("There is no answer.");
    }
}
