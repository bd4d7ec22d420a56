using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps what the documents say about the evidence of operations.</summary>
internal sealed class EvidenceMapper(SchemaMapper mapper)
{
    /// <summary>Maps the evidence of an operation. Returns null if hand-written code reads it, or if the operation needs none.</summary>
    public EvidenceModel? Map(OperationEntry entry, TypeRef? body, TypeRef? response)
    {
        var confirm = SpecExtensions.Get(entry.Value, SpecExtensions.Confirm);
        var reconcile = SpecExtensions.Get(entry.Value, SpecExtensions.Reconcile);
        return (confirm, reconcile) switch
        {
            (null, null) => null,
            (null, { } listed) => MapReconcile(entry, listed, body, response),
            ({ } read, _) when read["list"] is not null => MapAssignments(entry, read, response),
            ({ } read, _) => MapConfirm(entry, read, response),
        };
    }

    private ConfirmModel MapConfirm(OperationEntry entry, JsonNode confirm, TypeRef? response) =>
        mapper.FindMember(response, (string)confirm["member"]!) is { Type.Kind: TypeKind.Enum } member
            ? new((string)confirm["read"]!, member, (string)confirm["value"]!)
            : throw Misses(entry, SpecExtensions.Confirm, "The response has no such member with known values.");

    // The response lists what was assigned, as the list does.
    private AssignmentsModel MapAssignments(OperationEntry entry, JsonNode confirm, TypeRef? response) =>
        mapper.FindMember(response, "assigned") is { Type.Item: { } row }
        && mapper.FindMember(row, (string)confirm["key"]!) is { Type.Kind: TypeKind.Id } key
            ? new((string)confirm["list"]!, row, key)
            : throw Misses(entry, SpecExtensions.Confirm, "The response has no list of what was assigned, with this id.");

    private ReconcileModel MapReconcile(OperationEntry entry, JsonNode reconcile, TypeRef? body, TypeRef? response)
    {
        var key = (string)reconcile["key"]!;
        var unlisted = (reconcile["unlisted"] as JsonArray ?? []).Select(name => (string)name!).ToList();
        return mapper.FindMember(body, key) is { Type.Kind: TypeKind.Text, Required: true }
            && unlisted.TrueForAll(name => mapper.FindMember(body, name) is not null)
            && mapper.FindMember(response, "id") is { Type.Kind: TypeKind.Id } id
            && mapper.FindMember(response, key) is { Type.Kind: TypeKind.Text } name
            && mapper.FindMember(response, (string)reconcile["since"]!) is { Type.Kind: TypeKind.Instant } createdAt
                ? new((string)reconcile["list"]!, id, name, createdAt, unlisted)
                : throw Misses(entry, SpecExtensions.Reconcile, "The body or the response has no such member, or one of another type.");
    }

    private static DocumentException Misses(OperationEntry entry, string extension, string message) =>
        new(DocumentPointer.Append(entry.Pointer, extension), message);
}
