using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;
using Voucherify.Loyalties.Sandbox.V2.Programs;

namespace Voucherify.Loyalties.Sandbox.V2.Requests;

/// <summary>Reads the requests that create and update members.</summary>
/// <param name="shape">How the customer must be named.</param>
internal sealed class MemberReader(SandboxMemberCreateShape shape)
{
    private const string Identification = "customer_identification";
    private const string CustomerId = "customer_id";
    private const string CustomerSourceId = "customer_source_id";

    private static readonly HashSet<string> ByIdentification = new(StringComparer.Ordinal) { Identification, "status", "metadata" };
    private static readonly HashSet<string> ById = new(StringComparer.Ordinal) { CustomerId, "status", "metadata" };
    private static readonly HashSet<string> ByBoth = new(StringComparer.Ordinal) { Identification, CustomerId, "status", "metadata" };
    private static readonly HashSet<string> IdentificationProperties = new(StringComparer.Ordinal) { "type", CustomerId, CustomerSourceId };
    private static readonly HashSet<string> UpdateProperties = new(StringComparer.Ordinal) { "metadata" };

    public bool TryReadNew(
        SandboxCall call,
        [NotNullWhen(true)] out MemberRequest? request,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        request = null;
        if (!RequestBody.TryReadObject(call, out var root, out refusal))
        {
            return false;
        }

        refusal = TryReadNew(root, out request, out var problem) ? null : Errors.InvalidPayload(call, problem);
        return request is not null;
    }

    /// <summary>Reads one entry, or says what is wrong with it.</summary>
    public bool TryReadNew(
        JsonElement root,
        [NotNullWhen(true)] out MemberRequest? request,
        [NotNullWhen(false)] out string? problem)
    {
        request = null;
        problem = ClosedBody.FindUnknown(root, Properties);
        string? id = null;
        string? sourceId = null;
        problem ??= shape == SandboxMemberCreateShape.CustomerId ? null : ReadIdentification(root, out id, out sourceId);
        if (problem is null && shape != SandboxMemberCreateShape.CustomerIdentification)
        {
            id = JsonBody.FindString(root, CustomerId) ?? id;
            problem = root.TryGetProperty(CustomerId, out _) ? null : JsonBody.MissingProperty(CustomerId);
        }

        problem ??= ReadStatus(root, out _) ?? ReadMetadata(root, out _);
        if (problem is null)
        {
            _ = ReadStatus(root, out var status);
            _ = ReadMetadata(root, out var metadata);
            request = new MemberRequest(id, sourceId, status, metadata);
        }

        return request is not null;
    }

    /// <summary>Reads the metadata of an update. Null clears them (documented).</summary>
    public static bool TryReadUpdate(SandboxCall call, out JsonElement? metadata, [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        metadata = null;
        if (!ClosedBody.TryRead(call, UpdateProperties, out var root, out refusal))
        {
            return false;
        }

        var problem = root.TryGetProperty("metadata", out _) ? ReadMetadata(root, out metadata) : JsonBody.MissingProperty("metadata");
        refusal = problem is null ? null : Errors.InvalidPayload(call, problem);
        return refusal is null;
    }

    private HashSet<string> Properties => shape switch
    {
        SandboxMemberCreateShape.CustomerId => ById,
        SandboxMemberCreateShape.Both => ByBoth,
        _ => ByIdentification,
    };

    // Exactly the id that the type names (documented).
    private static string? ReadIdentification(JsonElement root, out string? id, out string? sourceId)
    {
        (id, sourceId) = (null, null);
        if (!JsonBody.TryFindObject(root, Identification, out var identification))
        {
            return JsonBody.MissingProperty(Identification);
        }

        if (ClosedBody.FindUnknown(identification, IdentificationProperties) is { } unknown)
        {
            return unknown;
        }

        id = JsonBody.FindString(identification, CustomerId);
        sourceId = JsonBody.FindString(identification, CustomerSourceId);
        return (JsonBody.FindString(identification, "type"), id, sourceId) switch
        {
            (CustomerId, { Length: > 0 }, null) or (CustomerSourceId, null, { Length: > 0 }) => null,
            (CustomerId or CustomerSourceId, _, _) => $"Property .{Identification} must have exactly the id that its type names",
            _ => $"Property .{Identification}.type must be equal to one of the allowed values",
        };
    }

    private static string? ReadStatus(JsonElement root, out string status)
    {
        status = JsonBody.FindString(root, "status") ?? ResourceStatus.Active;
        var isValid = status is ResourceStatus.Active or ResourceStatus.Inactive
            && (!root.TryGetProperty("status", out var json) || json.ValueKind is JsonValueKind.String or JsonValueKind.Null);
        return isValid ? null : "Property .status must be equal to one of the allowed values";
    }

    private static string? ReadMetadata(JsonElement root, out JsonElement? metadata)
    {
        metadata = null;
        if (!root.TryGetProperty("metadata", out var json) || json.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        metadata = json;
        return json.ValueKind == JsonValueKind.Object ? null : "Property .metadata must be object";
    }
}
