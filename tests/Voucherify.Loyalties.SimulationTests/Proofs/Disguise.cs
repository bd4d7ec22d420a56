using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;
using Voucherify.Loyalties.SimulationTests.Plan;

namespace Voucherify.Loyalties.SimulationTests.Proofs;

/// <summary>
/// Makes responses that the client must not trust look as if it could, so that one of its checks is without effect. What the sandbox does
/// stays the same.
/// </summary>
/// <param name="off">The safeguard that is disabled.</param>
/// <param name="clock">The clock of the history.</param>
/// <param name="longestLookup">How long a lookup can take.</param>
internal sealed class Disguise(DisabledSafeguard off, TimeProvider clock, TimeSpan longestLookup) : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        if (request.Method == HttpMethod.Post)
        {
            await DisguiseWriteAsync(response, cancellationToken);
        }
        else if (response.IsSuccessStatusCode)
        {
            await DisguiseListAsync(response, cancellationToken);
        }

        return response;
    }

    private async Task DisguiseWriteAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        switch (off)
        {
            case DisabledSafeguard.OriginOfRejections
                when response.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.NotFound or HttpStatusCode.RequestEntityTooLarge:
            case DisabledSafeguard.OriginOfErrors when response.StatusCode == HttpStatusCode.InternalServerError:
                response.Content = Json(SandboxErrors.Create((int)response.StatusCode, LoyaltyErrorKeys.NotFound));
                break;

            case DisabledSafeguard.PointsInResponses when response.IsSuccessStatusCode:
                await EditAsync(response, static body => body.Remove("points"), cancellationToken);
                break;

            case DisabledSafeguard.ErrorBodies when response.IsSuccessStatusCode:
                await EditAsync(
                    response,
                    static body =>
                    {
                        body.Remove("code");
                        body.Remove("key");
                        body.Remove("message");
                    },
                    cancellationToken);
                break;
        }
    }

    private async Task DisguiseListAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        switch (off)
        {
            case DisabledSafeguard.FreshLists:
                response.Headers.Age = null;
                response.Headers.Date = clock.GetUtcNow();
                break;

            case DisabledSafeguard.OrderOfLists:
                await EditAsync(response, static body => SortRows(body), cancellationToken);
                break;

            case DisabledSafeguard.EndOfLists:
                await EditAsync(
                    response,
                    static body =>
                    {
                        if (!body.ContainsKey("has_more"))
                        {
                            body.Remove("more_starting_after");
                        }
                    },
                    cancellationToken);
                break;

            case DisabledSafeguard.StartOfLookups:
                await EditAsync(response, body => RemoveRows(body, since: clock.GetUtcNow() - longestLookup), cancellationToken);
                break;

            case DisabledSafeguard.TakeoverLookup when ClientCall.Current is { HasJoined: true, HasSent: false }:
                response.Content = Json("""{"object":"list","data":[],"has_more":false}""");
                break;

            case DisabledSafeguard.SimilarIds:
                await EditAsync(response, static body => ReplaceAlteredIds(body), cancellationToken);
                break;
        }
    }

    private static void SortRows(JsonObject body)
    {
        if (body["data"] is JsonArray { Count: > 1 } rows)
        {
            body["data"] = new JsonArray([.. rows
                .Select(static row => row!.DeepClone())
                .OrderByDescending(static row => (string?)row["id"], StringComparer.Ordinal)]);
        }
    }

    private static void RemoveRows(JsonObject body, DateTimeOffset since)
    {
        if (body["data"] is JsonArray rows)
        {
            body["data"] = new JsonArray(
                [.. rows.Where(row => (DateTimeOffset)row!["created_at"]! <= since).Select(static row => row!.DeepClone())]);
        }
    }

    // The ids of the simulation have this form: C1-02, ZC1-02.
    private static void ReplaceAlteredIds(JsonObject body)
    {
        foreach (var row in body["data"] as JsonArray ?? [])
        {
            if ((string?)row!["source_id"] is not [.., 'C', _, '-', _, _])
            {
                row["source_id"] = "of-another-write";
            }
        }
    }

    private static async Task EditAsync(HttpResponseMessage response, Action<JsonObject> edit, CancellationToken cancellationToken)
    {
        // A body that breaks off or comes slowly stays as it is.
        if (response.Content is not ByteArrayContent content)
        {
            return;
        }

        var bytes = await content.ReadAsByteArrayAsync(cancellationToken);
        if (TryParse(bytes) is { } body)
        {
            edit(body);
            response.Content = Json(body.ToJsonString());
        }
    }

    private static StringContent Json(string text) => new(text, new MediaTypeHeaderValue("application/json"));

    private static JsonObject? TryParse(byte[] bytes)
    {
        try
        {
            return JsonNode.Parse(bytes) as JsonObject;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
