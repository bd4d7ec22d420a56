using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// Reads the body of a transfer. The vendor's schema requires <c>source_id</c>, but its example has none: it is optional here (assumed).
/// Unknown properties, such as the <c>campaign_id</c> of the vendor's guide, are ignored.
/// </summary>
internal static class TransferReader
{
    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out IReadOnlyList<TransferOrder>? orders,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        orders = null;
        if (!RequestBody.TryReadArray(call, out var items, out refusal))
        {
            return false;
        }

        var read = new List<TransferOrder>();
        foreach (var item in items)
        {
            if (!TryRead(item, out var order, out var problem))
            {
                refusal = Errors.InvalidPayload(call, problem!);
                return false;
            }

            read.Add(order);
        }

        orders = read;
        return true;
    }

    private static bool TryRead(JsonElement item, [NotNullWhen(true)] out TransferOrder? order, out string? problem)
    {
        order = null;
        if (item.ValueKind != JsonValueKind.Object)
        {
            problem = "Payload must be an array of objects";
            return false;
        }

        if (!JsonBody.TryReadString(item, "code", out var code, out problem)
            || !JsonBody.TryReadInteger(item, "points", out var points, out problem)
            || !JsonBody.TryReadString(item, "reason", out var reason, out problem)
            || !JsonBody.TryReadString(item, "source_id", out var sourceId, out problem))
        {
            return false;
        }

        if (string.IsNullOrEmpty(code))
        {
            problem = JsonBody.MissingProperty("code");
        }
        else if (points <= 0)
        {
            problem = "Property .points must be greater than 0";
        }
        else
        {
            order = new TransferOrder(code, points, reason, sourceId);
        }

        return order is not null;
    }
}
