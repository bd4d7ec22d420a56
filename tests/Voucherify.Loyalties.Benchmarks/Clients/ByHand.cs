using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Voucherify.Loyalties.Benchmarks.Clients.Models;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>
/// What a careful engineer writes by hand: source-generated System.Text.Json, a timeout for each attempt, and nothing else.
/// </summary>
internal abstract partial class ByHand : IBenchClient
{
    private static readonly MediaTypeHeaderValue Json = new("application/json", "utf-8");

    public Task AdjustBalanceAsync(string card, string sourceId)
    {
        var adjustment = new Adjustment { Points = 1, SourceId = sourceId };
        var body = JsonSerializer.SerializeToUtf8Bytes(adjustment, ModelsJsonContext.Default.Adjustment);
        var request = NewRequest(HttpMethod.Post, $"/v1/loyalties/members/{Uri.EscapeDataString(card)}/balance");
        request.Content = new ByteArrayContent(body) { Headers = { ContentType = Json } };
        return SendAsync(request, ModelsJsonContext.Default.Balance);
    }

    public Task GetMemberAsync(string card) =>
        SendAsync(NewRequest(HttpMethod.Get, $"/v1/loyalties/members/{Uri.EscapeDataString(card)}"), ModelsJsonContext.Default.Member);

    public Task ListTransactionsAsync(string card)
    {
        var path = $"/v1/loyalties/members/{Uri.EscapeDataString(card)}/transactions?limit=100&order=-id";
        return SendAsync(NewRequest(HttpMethod.Get, path), ModelsJsonContext.Default.TransactionPage);
    }

    public long Read(Task completed) => Responses.Read(completed);

    public abstract void Dispose();

    protected abstract HttpRequestMessage NewRequest(HttpMethod method, string path);

    protected abstract Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken);

    private async Task<T> SendAsync<T>(HttpRequestMessage request, JsonTypeInfo<T> type, CancellationToken cancellationToken = default)
    {
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        timeout.CancelAfter(Connection.Timeout);
        using (request)
        {
            using var response = await SendAsync(request, timeout.Token).ConfigureAwait(false);
            response.EnsureSuccessStatusCode();
            var body = await response.Content.ReadAsStreamAsync(timeout.Token).ConfigureAwait(false);
            await using (body.ConfigureAwait(false))
            {
                return await JsonSerializer.DeserializeAsync(body, type, timeout.Token).ConfigureAwait(false)
                    ?? throw new InvalidOperationException("There is no response.");
            }
        }
    }
}
