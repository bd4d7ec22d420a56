using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads what is to be assigned to a program.</summary>
internal static class AssignmentReader
{
    private const int MaxItems = 10;

    private static readonly HashSet<string> Batch = new(StringComparer.Ordinal) { "assign", "unassign" };
    private static readonly HashSet<string> Id = new(StringComparer.Ordinal) { "id" };
    private static readonly HashSet<string> IdAndStock = new(StringComparer.Ordinal) { "id", "stock" };
    private static readonly HashSet<string> Stock = new(StringComparer.Ordinal) { "stock" };

    /// <summary>Reads the body of a batch.</summary>
    public static bool TryReadBatch(
        SandboxCall call,
        ResourceKind kind,
        out IReadOnlyList<AssignmentRequest> assign,
        out IReadOnlyList<AssignmentRequest> unassign,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (assign, unassign) = ([], []);
        if (!ClosedBody.TryRead(call, Batch, out var root, out refusal))
        {
            return false;
        }

        var problem = Read(root, "assign", kind == ResourceKinds.Reward, out assign)
            ?? Read(root, "unassign", withStock: false, out unassign);
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }

    /// <summary>Reads the new stock of a reward.</summary>
    public static bool TryReadStock(SandboxCall call, out JsonElement stock, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        stock = default;
        if (!ClosedBody.TryRead(call, Stock, out var root, out refusal))
        {
            return false;
        }

        refusal = CheckStock(root) is { } problem ? Errors.InvalidPayload(call, problem) : null;
        stock = refusal is null ? root.GetProperty("stock") : default;
        return refusal is null;
    }

    /// <summary>Reads a property with a list of what is to be assigned. Returns what is wrong with it, or null.</summary>
    public static string? Read(JsonElement root, string name, bool withStock, out IReadOnlyList<AssignmentRequest> items)
    {
        items = [];
        if (!root.TryGetProperty(name, out var array) || array.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        if (array.ValueKind != JsonValueKind.Array || array.GetArrayLength() > MaxItems)
        {
            return $"Property .{name} must be an array of at most {MaxItems} elements";
        }

        items = [.. array.EnumerateArray().Select(Of)];
        if (array.EnumerateArray().Any(item => !IsItem(item, withStock)))
        {
            return $"Property .{name} is invalid";
        }

        return items.DistinctBy(static item => item.Id, StringComparer.Ordinal).Count() < items.Count
            ? $"Property .{name} has duplicates"
            : null;
    }

    private static AssignmentRequest Of(JsonElement item) => item.ValueKind == JsonValueKind.Object
        ? new(JsonBody.FindString(item, "id") ?? string.Empty, JsonBody.TryFindObject(item, "stock", out var stock) ? stock : null)
        : new(string.Empty, Stock: null);

    private static bool IsItem(JsonElement item, bool withStock) =>
        item.ValueKind == JsonValueKind.Object
        && ClosedBody.FindUnknown(item, withStock ? IdAndStock : Id) is null
        && JsonBody.FindString(item, "id") is not null
        && (!withStock || CheckStock(item) is null);

    private static string? CheckStock(JsonElement root) => JsonBody.TryFindObject(root, "stock", out _)
        ? TypedObject.Check(root, "stock", ("UNLIMITED", null), ("LIMITED", "limited"))
        : JsonBody.MissingProperty("stock");
}
