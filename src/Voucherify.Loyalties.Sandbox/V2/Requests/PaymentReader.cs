using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Ledger;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the requests that pay orders. Their objects have no further properties (documented).</summary>
internal static class PaymentReader
{
    private static readonly HashSet<string> Properties = new(StringComparer.Ordinal) { "card_id", "order", "payment_limit", "mode" };
    private static readonly HashSet<string> OrderProperties = new(StringComparer.Ordinal) { "id", "source_id" };
    private static readonly HashSet<string> LimitProperties = new(StringComparer.Ordinal) { "type", "points_limit", "amount_limit" };

    public static bool TryRead(
        SandboxCall call,
        [NotNullWhen(true)] out PaymentRequest? request,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        request = null;
        if (!ClosedBody.TryRead(call, Properties, out var root, out refusal))
        {
            return false;
        }

        var (isDryRun, problem) = TransactionMode.Read(root);
        var cardId = JsonBody.FindString(root, "card_id");
        problem ??= cardId is null ? JsonBody.MissingProperty("card_id") : FindOrderProblem(root);
        var (limit, limitProblem) = ReadLimit(root);
        problem ??= limitProblem;
        if (problem is not null)
        {
            refusal = Errors.InvalidPayload(call, problem);
            return false;
        }

        var order = root.GetProperty("order");
        request = new(cardId!, JsonBody.FindString(order, "id"), JsonBody.FindString(order, "source_id"), limit, isDryRun);
        return true;
    }

    // One of the two ids (documented). What becomes of both is assumed.
    private static string? FindOrderProblem(JsonElement root)
    {
        if (!JsonBody.TryFindObject(root, "order", out var order))
        {
            return JsonBody.MissingProperty("order");
        }

        var (id, sourceId) = (JsonBody.FindString(order, "id"), JsonBody.FindString(order, "source_id"));
        return ClosedBody.FindUnknown(order, OrderProperties)
            ?? ((id is null) == string.IsNullOrEmpty(sourceId) ? "Property .order must have exactly one of id and source_id" : null);
    }

    private static (PaymentLimit? Limit, string? Problem) ReadLimit(JsonElement root)
    {
        if (!root.TryGetProperty("payment_limit", out var json) || json.ValueKind == JsonValueKind.Null)
        {
            return (null, null);
        }

        if (json.ValueKind != JsonValueKind.Object || ClosedBody.FindUnknown(json, LimitProperties) is not null)
        {
            return (null, "Property .payment_limit is invalid");
        }

        var hasPoints = JsonBody.TryFindObject(json, "points_limit", out var points);
        var hasAmount = JsonBody.TryFindObject(json, "amount_limit", out var amount);
        return (JsonBody.FindString(json, "type"), hasPoints, hasAmount) switch
        {
            ("CARD_BALANCE", false, false) => (null, null),
            ("POINTS_LIMIT", true, false) => ReadMax(SpendingCap.Points, points),
            ("AMOUNT_LIMIT", false, true) => ReadMax(SpendingCap.Amount, amount),
            _ => (null, "Property .payment_limit must have exactly the property that its type names"),
        };
    }

    private static (PaymentLimit? Limit, string? Problem) ReadMax(string unit, JsonElement json) =>
        json.TryGetProperty("max", out var max) && JsonInteger.TryRead(max, out var number) && number >= 1
            ? (new PaymentLimit(unit, number), null)
            : (null, "Property .payment_limit.max must be an integer >= 1");
}
