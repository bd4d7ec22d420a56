using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Sandbox;

/// <summary>A response, read to its end.</summary>
public sealed record ReceivedResponse(HttpStatusCode Status, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

    public IReadOnlyList<JsonObject> Data => [.. Json["data"]!.AsArray().Select(row => row!.AsObject())];

    public IReadOnlyList<string> Ids => [.. Data.Select(row => (string)row["id"]!)];

    public static async Task<ReceivedResponse> ReadAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        using (response)
        {
            var headers = response.Headers.Concat(response.Content.Headers).ToDictionary(
                header => header.Key,
                header => string.Join(", ", header.Value),
                StringComparer.OrdinalIgnoreCase);
            return new ReceivedResponse(response.StatusCode, await response.Content.ReadAsStringAsync(cancellationToken), headers);
        }
    }

    public long Number(string header) => long.Parse(Headers[header], CultureInfo.InvariantCulture);
}
