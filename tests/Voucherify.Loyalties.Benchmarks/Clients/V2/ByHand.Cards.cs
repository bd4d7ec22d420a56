using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients.Models.V2;

namespace Voucherify.Loyalties.Benchmarks.Clients;

/// <summary>The part for version 2. It marks the reason, as a careful engineer would, to find the adjustment again.</summary>
internal abstract partial class ByHand : ICardBenchClient
{
    // filters[id][conditions][$is]
    private const string ById = "filters%5Bid%5D%5Bconditions%5D%5B%24is%5D";

    public Task RecordPointAsync(string member, string sourceId) => AdjustAsync(member, sourceId);

    public async Task ApplyPointAsync(string member, string sourceId)
    {
        var transaction = (await AdjustAsync(member, sourceId).ConfigureAwait(false)).Transaction!;
        while (transaction.Status is not ("APPROVED" or "REJECTED"))
        {
            // Without a pause: the response in memory is that of a transaction that has ended.
            var path = $"{PathOf(member)}/transactions?limit=100&{ById}={Uri.EscapeDataString(transaction.Id!)}";
            var page = await SendAsync(NewRequest(HttpMethod.Get, path), CardModelsJsonContext.Default.CardTransactionPage)
                .ConfigureAwait(false);
            transaction = page.Data!.Single(row => row.Id == transaction.Id);
        }
    }

    private static string PathOf(string member) =>
        $"/v2/loyalties/programs/{CardAddress.Program}/members/{Uri.EscapeDataString(member)}/cards/{CardAddress.Card}";

    private Task<CardAdjusted> AdjustAsync(string member, string sourceId)
    {
        var adjustment = new CardAdjustment { Points = 1, Reason = $"[#{sourceId}]" };
        var request = NewRequest(HttpMethod.Post, $"{PathOf(member)}/points");
        request.Content = new ByteArrayContent(
            JsonSerializer.SerializeToUtf8Bytes(adjustment, CardModelsJsonContext.Default.CardAdjustment))
        {
            Headers = { ContentType = Json },
        };
        return SendAsync(request, CardModelsJsonContext.Default.CardAdjusted);
    }
}
