using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps the schemas of a document to C# types, and declares the records, enums and ids that it finds.</summary>
internal sealed class SchemaMapper
{
    private readonly ApiDocument _document;
    private readonly Declarations _declarations;
    private readonly List<Problem> _fallbacks = [];
    private readonly HashSet<string> _taken;

    public SchemaMapper(ApiDocument document, Declarations declarations)
    {
        _document = document;
        _declarations = declarations;

        // Components come first: an inline schema must not take the name of a component.
        _taken = new(document.Schemas.Select(schema => schema.Key), StringComparer.OrdinalIgnoreCase);
        _taken.UnionWith(ReservedNames.All);
    }

    /// <summary>The places where no better type than raw JSON was found.</summary>
    public IReadOnlyList<Problem> Fallbacks => _fallbacks;

    public void MapComponents()
    {
        foreach (var (name, schema) in _document.OwnSchemas.Where(schema => IsType(schema.Value)))
        {
            Declare(name, schema, _document.PointerTo(name));
        }
    }

    /// <summary>Returns the type of a schema. An inline object or enum gets the name <paramref name="hint"/>.</summary>
    public TypeRef Map(IOpenApiSchema schema, string pointer, string hint)
    {
        if (SchemaFacts.Wrapped(schema) is { } reference)
        {
            return MapReference(reference, pointer, hint);
        }

        if (SchemaFacts.IsId(schema))
        {
            throw new DocumentException(pointer, $"A schema with {SpecExtensions.Id} is a component: its name is the name of the type.");
        }

        if (SpecExtensions.GetFlag(schema, SpecExtensions.RawJson))
        {
            return TypeRef.Json;
        }

        if (SchemaFacts.IsPage(schema))
        {
            return MapPage(schema, pointer, hint);
        }

        if (SchemaFacts.IsEnum(schema) || SchemaFacts.IsRecord(schema))
        {
            return DeclareInline(schema, pointer, hint);
        }

        return SchemaFacts.Branches(schema).Count > 0 ? MapUnion(schema, pointer, hint) : MapPlain(schema, pointer, hint);
    }

    /// <summary>Writes the items of a list in a form as one field, with a delimiter between them.</summary>
    public void JoinItems(TypeRef record, string wire, string delimiter)
    {
        var known = _declarations.FindRecord(record)!;
        var properties = known.Properties.Select(property => property.Wire == wire ? property with { Delimiter = delimiter } : property);
        _declarations.Add(known with { Properties = [.. properties] });
    }

    public PropertyModel? FindMember(TypeRef? type, string wire) => _declarations.FindMember(type, wire);

    public TypeRef Fallback(string pointer, string why)
    {
        _fallbacks.Add(new(pointer, why));
        return TypeRef.Json;
    }

    private TypeRef MapReference(OpenApiSchemaReference reference, string pointer, string hint)
    {
        var name = reference.Reference.Id ?? throw new DocumentException(pointer, "The reference has no id.");
        var target = reference.Target ?? throw new DocumentException(pointer, $"There is no schema '{name}'.");
        return IsType(target) ? new(KindOf(target), name, Document: _document.OwnerOf(name)) : Map(target, pointer, hint);
    }

    // A component that only refers to another one, or is a plain type, has no C# type of its own.
    private static bool IsType(IOpenApiSchema schema) =>
        SchemaFacts.Wrapped(schema) is null
        && !SchemaFacts.IsPage(schema)
        && (SchemaFacts.IsEnum(schema) || SchemaFacts.IsId(schema) || SchemaFacts.IsRecord(schema));

    private static TypeKind KindOf(IOpenApiSchema schema) =>
        SchemaFacts.IsId(schema) ? TypeKind.Id
        : SchemaFacts.IsEnum(schema) ? TypeKind.Enum
        : TypeKind.Record;

    private TypeRef MapPage(IOpenApiSchema schema, string pointer, string hint) =>
        schema.Properties is { } members && members.TryGetValue("data", out var data) && data.Items is { } item
            ? new(TypeKind.Page, Item: Map(item, DocumentPointer.Append(pointer, "properties", "data", "items"), $"{hint}Item"))
            : throw new DocumentException(pointer, $"A schema with {SpecExtensions.Page} needs a list 'data' with the items of the page.");

    private TypeRef DeclareInline(IOpenApiSchema schema, string pointer, string name)
    {
        if (!_taken.Add(name))
        {
            throw new DocumentException(pointer, $"This inline schema would become the type '{name}', which exists. Make it a component.");
        }

        return Declare(name, schema, pointer);
    }

    private TypeRef Declare(string name, IOpenApiSchema schema, string pointer)
    {
        var type = new TypeRef(KindOf(schema), name, Document: _document.Name);
        switch (type.Kind)
        {
            case TypeKind.Id:
                _declarations.Add(BuildId(type, schema));
                break;
            case TypeKind.Enum:
                _declarations.Add(EnumBuilder.Build(type, schema, pointer));
                break;
            default:
                _declarations.Add(new RecordBuilder(this, type).Build(schema, pointer));
                break;
        }

        return type;
    }

    private static IdModel BuildId(TypeRef type, IOpenApiSchema schema)
    {
        var id = SpecExtensions.Get(schema, SpecExtensions.Id)!;
        return new(type, schema.Description ?? string.Empty, (string)id["kind"]!, (string)id["prefix"]!, (int?)id["minSuffix"] ?? 0);
    }

    private TypeRef MapUnion(IOpenApiSchema schema, string pointer, string hint)
    {
        var branches = SchemaFacts.Branches(schema);
        if (branches.All(SchemaFacts.IsString))
        {
            return TypeRef.Text;
        }

        var objects = branches.Where(SchemaFacts.IsRecord).ToList();
        if (objects.Count == 1 && branches.Where(branch => branch != objects[0]).All(SchemaFacts.IsString))
        {
            return new(TypeKind.StringOr, Item: Map(objects[0], pointer, hint));
        }

        return Fallback(pointer, "No C# type fits this union.");
    }

    private TypeRef MapPlain(IOpenApiSchema schema, string pointer, string hint) => SchemaFacts.BaseType(schema) switch
    {
        JsonSchemaType.String => MapString(schema, pointer),
        JsonSchemaType.Boolean => new(TypeKind.Boolean),
        JsonSchemaType.Integer => new(schema.Format == "int32" ? TypeKind.Int32 : TypeKind.Int64),
        JsonSchemaType.Number => new(schema.Format is "double" or "float" ? TypeKind.Double : TypeKind.Decimal),
        JsonSchemaType.Array when schema.Items is { } items =>
            new(TypeKind.List, Item: Map(items, DocumentPointer.Append(pointer, "items"), $"{hint}Item")),
        JsonSchemaType.Object when schema.AdditionalProperties is { } values && !IsAnything(values) =>
            new(TypeKind.Map, Item: Map(values, DocumentPointer.Append(pointer, "additionalProperties"), $"{hint}Value")),
        JsonSchemaType.Object => new(TypeKind.Metadata),
        _ => Fallback(pointer, "The schema has no single type."),
    };

    // The reader represents 'additionalProperties: true' by an empty schema.
    private static bool IsAnything(IOpenApiSchema schema) => schema is OpenApiSchema
    {
        Type: null, AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 }, Properties: null or { Count: 0 },
    };

    private static TypeRef MapString(IOpenApiSchema schema, string pointer) => schema.Format switch
    {
        _ when SpecExtensions.GetFlag(schema, SpecExtensions.DayOrInstant) => new(TypeKind.DayOrInstant),
        "date-time" => new(TypeKind.Instant),
        "date" => new(TypeKind.Day),
        null or "time" or "uri" or "email" or "duration" => TypeRef.Text,
        var format => throw new DocumentException(
            DocumentPointer.Append(pointer, "format"),
            $"The format '{format}' of a string is not supported."),
    };
}
