using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V1.Ledger;
using Voucherify.Loyalties.Sandbox.V1.Programs;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>Reads the body that creates tiers.</summary>
internal sealed class TierReader(V1Store store)
{
    public bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out List<Tier>? tiers,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        tiers = null;
        if (!RequestBody.TryReadObjects(call, out var items, out refusal))
        {
            return false;
        }

        var read = new List<Tier>();
        foreach (var item in items)
        {
            if (!TryRead(item, call.Now, out var tier, out var problem))
            {
                refusal = Errors.InvalidPayload(call, problem!);
                return false;
            }

            read.Add(tier);
        }

        tiers = read;
        return true;
    }

    private bool TryRead(JsonElement item, DateTimeOffset now, [NotNullWhen(true)] out Tier? tier, out string? problem)
    {
        tier = null;
        if (!JsonBody.TryReadString(item, "name", out var name, out problem))
        {
            return false;
        }

        if (string.IsNullOrWhiteSpace(name))
        {
            problem = JsonBody.MissingProperty("name");
        }
        else if (!JsonBody.TryFindObject(item, "points", out var points))
        {
            problem = JsonBody.MissingProperty("points");
        }
        else if (TryReadBound(points, "from", out var from, out problem) && TryReadBound(points, "to", out var to, out problem))
        {
            tier = new Tier(store.Ids.NextTierId(), name, from ?? 0, to, now);
            tier.Properties.Merge(item);
        }

        return tier is not null;
    }

    private static bool TryReadBound(JsonElement points, string name, out long? bound, out string? problem)
    {
        (bound, problem) = (null, null);
        if (!points.TryGetProperty(name, out var value) || value.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (JsonInteger.TryRead(value, out var number))
        {
            bound = number;
            return true;
        }

        problem = $"Property .points.{name} must be integer";
        return false;
    }
}
