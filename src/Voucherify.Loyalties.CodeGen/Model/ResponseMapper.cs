using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps the responses of operations to models.</summary>
internal sealed class ResponseMapper(SchemaMapper mapper)
{
    private const string Json = "application/json";

    public ResponseModel? Map(OperationEntry entry, string name)
    {
        var (status, response) = (entry.Value.Responses ?? []).FirstOrDefault(candidate => candidate.Key.StartsWith('2'));
        if (response is null)
        {
            throw new DocumentException(DocumentPointer.Append(entry.Pointer, "responses"), "The operation has no successful response.");
        }

        if (response.Content is not { Count: > 0 })
        {
            return null;
        }

        var pointer = DocumentPointer.Append(entry.Pointer, "responses", status, "content");
        var schema = JsonSchema(response) ?? throw new DocumentException(pointer, $"A response is {Json}, with a schema.");
        var type = mapper.Map(schema, DocumentPointer.Append(pointer, Json, "schema"), $"{name}Response");
        return type.Kind is TypeKind.Record or TypeKind.List or TypeKind.Map or TypeKind.Metadata or TypeKind.Page
            ? new(type, response.Description ?? string.Empty)
            : throw new DocumentException(pointer, "A response is an object or an array.");
    }

    /// <summary>The types of the documented errors of an operation.</summary>
    public IEnumerable<TypeRef> MapErrors(OperationEntry entry) => (entry.Value.Responses ?? [])
        .Where(response => !response.Key.StartsWith('2'))
        .Select(response => JsonSchema(response.Value))
        .OfType<OpenApiSchemaReference>()
        .Select(schema => mapper.Map(schema, entry.Pointer, "Error"));

    public PagingModel? MapPaging(OperationEntry entry, ResponseModel? response)
    {
        if (SpecExtensions.Get(entry.Value, SpecExtensions.Paging) is not { } paging)
        {
            return null;
        }

        var items = (string)paging["items"]!;
        var style = (string?)paging["style"];
        if (style == "expiring-cursor")
        {
            return response?.Type is { Kind: TypeKind.Page, Item: { } row }
                ? new(PagingStyle.ExpiringCursor, "Items", row)
                : throw Misses(entry, SpecExtensions.Paging, $"The response is no schema with {SpecExtensions.Page}.");
        }

        var list = mapper.FindMember(response?.Type, items);
        return list?.Type is { Kind: TypeKind.List, Item: { } item }
            ? new(style == "cursor" ? PagingStyle.Cursor : PagingStyle.Number, list.Name, item)
            : throw Misses(entry, SpecExtensions.Paging, $"The response has no list '{items}'.");
    }

    public PropertyModel? MapProof(OperationEntry entry, ResponseModel? response) => MapMember(entry, response, SpecExtensions.Proof);

    public PropertyModel? MapResult(OperationEntry entry, ResponseModel? response) => MapMember(entry, response, SpecExtensions.Result);

    public EvidenceModel? MapEvidence(OperationEntry entry, BodyModel? body, ResponseModel? response) =>
        new EvidenceMapper(mapper).Map(entry, body?.Type, response?.Type);

    /// <summary>The member with the type of the object, which only the service writes.</summary>
    public PropertyModel? MapObject(ResponseModel? response) => mapper.FindMember(response?.Type, "object");

    private PropertyModel? MapMember(OperationEntry entry, ResponseModel? response, string extension) =>
        SpecExtensions.GetString(entry.Value, extension) is not { } name ? null
        : mapper.FindMember(response?.Type, name) ?? throw Misses(entry, extension, $"The response has no member '{name}'.");

    private static DocumentException Misses(OperationEntry entry, string extension, string message) =>
        new(DocumentPointer.Append(entry.Pointer, extension), message);

    private static IOpenApiSchema? JsonSchema(IOpenApiResponse response) =>
        response.Content?.FirstOrDefault(media => media.Key == Json).Value?.Schema;
}
