using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the bodies that create and update configuration. They may have no further properties (documented).</summary>
internal static class ConfigReader
{
    private const int MaxName = 200;

    /// <summary>Reads the body of a new resource.</summary>
    /// <param name="call">The request.</param>
    /// <param name="kind">What it is to be.</param>
    /// <param name="more">The properties that only the creation has.</param>
    /// <param name="root">The body.</param>
    /// <param name="refusal">The refusal.</param>
    public static bool TryReadNew(
        SandboxCall call,
        ResourceKind kind,
        IEnumerable<string> more,
        out JsonElement root,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        if (!ClosedBody.TryRead(call, Allowed(kind, [.. more, "status"]), out root, out refusal))
        {
            return false;
        }

        var body = root;
        var missing = kind.Required.Append("name").FirstOrDefault(name => !HasValue(body, name));
        var problem = missing is not null ? JsonBody.MissingProperty(missing) : FindProblem(body, kind) ?? FindInStatus(body, kind);
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }

    /// <summary>Reads the body of an update.</summary>
    public static bool TryReadUpdate(
        SandboxCall call,
        ResourceKind kind,
        out JsonElement root,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        if (!ClosedBody.TryRead(call, Allowed(kind, []), out root, out refusal))
        {
            return false;
        }

        var body = root;
        var problem = kind.Fixed.FirstOrDefault(name => body.TryGetProperty(name, out _)) is { } fixedName
            ? $"Property .{fixedName} is not allowed"
            : FindProblem(body, kind);
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }

    /// <summary>Returns the first property of an update that a resource no longer changes, or null.</summary>
    public static string? FindLocked(JsonElement root, ConfigResource resource) => resource.Status == ResourceStatus.Draft
        ? null
        : root.EnumerateObject().Select(static property => property.Name).FirstOrDefault(name =>
            !resource.Kind.ChangeableAfterDraft.Contains(name));

    /// <summary>Takes over what a body says. What it does not say stays as it is.</summary>
    public static void Apply(JsonElement root, ConfigResource resource, NestedIds ids)
    {
        resource.Name = JsonBody.FindString(root, "name") ?? resource.Name;
        foreach (var property in root.EnumerateObject().Where(property => resource.Kind.Properties.ContainsKey(property.Name)))
        {
            var value = property.Value.ValueKind == JsonValueKind.Null
                ? property.Value
                : resource.Kind.Store(property.Name, property.Value, ids);
            resource.Properties.Set(property.Name, value);
        }
    }

    private static HashSet<string> Allowed(ResourceKind kind, IEnumerable<string> more) =>
        new([.. kind.Properties.Keys, .. kind.Fixed, "name", .. more], StringComparer.Ordinal);

    private static string? FindProblem(JsonElement root, ResourceKind kind)
    {
        if (root.TryGetProperty("name", out _) && JsonBody.FindString(root, "name") is not { Length: >= 1 and <= MaxName })
        {
            return $"Property .name must be a string of 1 to {MaxName} characters";
        }

        foreach (var name in new[] { "start_date", "end_date" })
        {
            if (HasValue(root, name) && !(JsonBody.FindString(root, name) is { } value && IsoTime.TryReadInstant(value, out _)))
            {
                return $"Property .{name} cannot be recognized as a ISO-8601 compliant date";
            }
        }

        return HasValue(root, "metadata") && !JsonBody.TryFindObject(root, "metadata", out _)
            ? "Property .metadata must be object"
            : kind.Check(root);
    }

    private static string? FindInStatus(JsonElement root, ResourceKind kind) =>
        !HasValue(root, "status")
        || (kind != ResourceKinds.Tier && JsonBody.FindString(root, "status") is ResourceStatus.Draft or ResourceStatus.Active)
            ? null
            : "Property .status must be equal to one of the allowed values";

    private static bool HasValue(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null;
}
