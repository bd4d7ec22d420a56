using System.Globalization;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox.Faults;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Engine;

/// <summary>What faults change in a response of the service. A response that is no success, or no JSON object, keeps its body.</summary>
internal static class FaultEdits
{
    private static readonly TimeSpan MaxClockLead = TimeSpan.FromMinutes(5);

    /// <summary>Returns the response as the fault leaves it, or null if the fault changes nothing in a response.</summary>
    public static SandboxResponse? Apply(FaultPlan plan, SandboxResponse response, DateTimeOffset now) => plan.Fault switch
    {
        SandboxFault.OddProperty => Edit(response, MakeOdd),
        SandboxFault.MissingHasMore => Edit(response, static body => body.Remove("has_more")),
        SandboxFault.AlteredSourceId => Edit(response, body => AlterSourceIds(body, plan.Choice)),
        SandboxFault.CachedList => (plan.Choice < 0.5 ? WithDate(response, now - plan.ListAge) : response)
            .With([new("Age", Seconds(plan.ListAge))]),
        SandboxFault.StaleList => WithDate(response, now - plan.ListAge),
        SandboxFault.MissingDate => WithoutDate(response),
        SandboxFault.WrongDate => WithDate(response, now + MaxClockLead - (plan.Choice * (MaxClockLead - TimeSpan.FromMinutes(1)))),
        _ => null,
    };

    private static SandboxResponse Edit(SandboxResponse response, Action<JsonObject> edit)
    {
        if (response.Status != 200 || JsonNode.Parse(response.Body.Span) is not JsonObject body)
        {
            return response;
        }

        edit(body);
        return response with { Body = JsonBuffer.Write(writer => body.WriteTo(writer)) };
    }

    private static void MakeOdd(JsonObject body)
    {
        var (owner, name) = body["transaction"]?["details"] is JsonObject details
            ? (details, "metadata")
            : (body, body.ContainsKey("related_object") ? "related_object" : "metadata");
        owner[name] = new JsonArray();
    }

    private static void AlterSourceIds(JsonObject body, double choice)
    {
        foreach (var row in body["data"] as JsonArray ?? [])
        {
            if (row is JsonObject transaction && (string?)transaction["source_id"] is { Length: > 0 } id)
            {
                transaction["source_id"] = (int)(choice * 4) switch
                {
                    0 => id.ToLowerInvariant(),
                    1 => id.Trim(),
                    2 => id[..^1],
                    _ => null,
                };
            }
        }
    }

    private static SandboxResponse WithDate(SandboxResponse response, DateTimeOffset date) =>
        WithoutDate(response).With([new("Date", date.ToString("R", CultureInfo.InvariantCulture))]);

    private static SandboxResponse WithoutDate(SandboxResponse response) => response with
    {
        Headers = [.. response.Headers.Where(static header => !string.Equals(header.Key, "Date", StringComparison.OrdinalIgnoreCase))],
    };

    // At least a second: a response that is 0 seconds old does not come from a cache.
    private static string Seconds(TimeSpan age) =>
        Math.Max(1, (long)Math.Ceiling(age.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
}
