using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V1.Requests;

/// <summary>
/// Reads and checks the body of a transfer. Its <c>source_id</c> is required in the vendor's schema and absent from the
/// example: absence is accepted (A). Members it does not know, such as the guide's <c>campaign_id</c>, are ignored.
/// </summary>
internal static class TransferReader
{
    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out IReadOnlyList<TransferOrder>? orders,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (orders, refusal) = (null, null);
        var list = new List<TransferOrder>();
        if (!JsonBody.TryParseArray(call.Request.Body, out var items, out var problem))
        {
            refusal = Errors.InvalidPayload(call, problem!);
            return false;
        }

        foreach (var item in items)
        {
            if (!TryRead(item, list, out problem))
            {
                refusal = Errors.InvalidPayload(call, problem!);
                return false;
            }
        }

        orders = list;
        return true;
    }

    private static bool TryRead(JsonElement item, List<TransferOrder> list, out string? problem)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            problem = "Payload must be an array of objects";
            return false;
        }

        if (!JsonBody.TryReadText(item, "code", out var code, out problem)
            || !JsonBody.TryReadInteger(item, "points", out var points, out problem)
            || !JsonBody.TryReadText(item, "reason", out var reason, out problem)
            || !JsonBody.TryReadText(item, "source_id", out var sourceId, out problem))
        {
            return false;
        }

        if (string.IsNullOrEmpty(code))
        {
            problem = "Payload should have required property 'code'";
        }
        else if (points <= 0)
        {
            problem = "Property .points must be greater than 0";
        }
        else
        {
            list.Add(new TransferOrder(code, points, reason, sourceId));
        }

        return problem is null;
    }
}
