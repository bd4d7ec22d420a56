using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps the bodies of requests to models.</summary>
internal sealed class BodyMapper(SchemaMapper mapper)
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public BodyModel? Map(OperationEntry entry, string name)
    {
        if (entry.Value.RequestBody is not { Content: { } content } body)
        {
            return null;
        }

        var pointer = DocumentPointer.Append(entry.Pointer, "requestBody", "content");
        var (kind, media) = content.Count == 1
            ? content.Single()
            : throw new DocumentException(pointer, "A request body has exactly one content type.");
        if (kind is not (Json or Form) || media.Schema is null)
        {
            throw new DocumentException(DocumentPointer.Append(pointer, kind), $"A request body is {Json} or {Form}, with a schema.");
        }

        var type = mapper.Map(media.Schema, DocumentPointer.Append(pointer, kind, "schema"), $"{name}Request");
        if (kind == Form && type.Kind != TypeKind.Record)
        {
            throw new DocumentException(DocumentPointer.Append(pointer, kind), "A form needs an object.");
        }

        foreach (var (field, encoding) in media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
        {
            mapper.JoinItems(type, field, encoding.Style == ParameterStyle.SpaceDelimited ? " " : ",");
        }

        return new(type, kind == Form, body.Description ?? string.Empty);
    }
}
