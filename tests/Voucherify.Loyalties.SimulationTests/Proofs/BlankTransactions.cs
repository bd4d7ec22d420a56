using System.Net.Http.Headers;
using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.SimulationTests.Proofs;

/// <summary>Removes type and details from listed transactions, so that each matches every adjustment with its id.</summary>
internal sealed class BlankTransactions : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method != HttpMethod.Get || !response.IsSuccessStatusCode)
        {
            return response;
        }

        var text = await response.Content.ReadAsStringAsync(cancellationToken);
        if (TryParse(text)?["data"] is JsonArray rows)
        {
            foreach (var row in rows)
            {
                row!.AsObject().Remove("type");
                row["details"] = null;
            }

            text = rows.Root.ToJsonString();
        }

        var type = response.Content.Headers.ContentType ?? new MediaTypeHeaderValue("application/json");
        response.Content = new StringContent(text, type);
        return response;
    }

    private static JsonNode? TryParse(string text)
    {
        try
        {
            return JsonNode.Parse(text);
        }
        catch (System.Text.Json.JsonException)
        {
            return null;
        }
    }
}
