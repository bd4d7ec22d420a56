using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps schemas to C# types, and collects the records and enums on the way.</summary>
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

        // Component names come first: an inline 'type' must not take the name of a component.
        _taken = new(document.Schemas.Select(schema => schema.Key), StringComparer.OrdinalIgnoreCase);
        _taken.UnionWith(Naming.Reserved);
    }

    /// <summary>Where no better type than raw JSON was found.</summary>
    public IReadOnlyList<Problem> Fallbacks => _fallbacks;

    public void MapComponents()
    {
        foreach (var (name, schema) in _document.OwnSchemas)
        {
            var pointer = Pointers.At(_document.Root, "components", "schemas", name);
            if (IsType(schema))
            {
                Declare(name, schema, pointer);
            }
        }
    }

    /// <summary>The type of a schema. An inline object or enum gets the name <paramref name="hint"/>.</summary>
    public TypeRef Map(IOpenApiSchema schema, string pointer, string hint)
    {
        if (Shapes.Wrapped(schema) is { } reference)
        {
            return MapReference(reference, pointer, hint);
        }

        if (Shapes.IsId(schema))
        {
            throw new DocumentException(pointer, $"A schema with {SpecExtensions.Id} is a component: its name is the name of the type.");
        }

        if (SpecExtensions.Flag(schema, SpecExtensions.RawJson))
        {
            return TypeRef.Json;
        }

        if (Shapes.IsEnum(schema) || Shapes.IsRecord(schema))
        {
            return DeclareInline(schema, pointer, hint);
        }

        return Shapes.Branches(schema).Count > 0 ? MapUnion(schema, pointer, hint) : MapPlain(schema, pointer, hint);
    }

    /// <summary>Makes a list in a form one field, its items joined by a delimiter.</summary>
    public void JoinItems(TypeRef record, string wire, string delimiter)
    {
        var known = _declarations.Record(record)!;
        _declarations.Add(known with
        {
            Properties = [.. known.Properties.Select(property => property.Wire == wire ? property with { Delimiter = delimiter } : property)],
        });
    }

    /// <summary>A member of a record.</summary>
    public PropertyModel? Member(TypeRef? type, string wire) =>
        type is null ? null : _declarations.Record(type)?.Properties.FirstOrDefault(property => property.Wire == wire);

    public TypeRef Fallback(string pointer, string why)
    {
        _fallbacks.Add(new(pointer, why));
        return TypeRef.Json;
    }

    private TypeRef MapReference(OpenApiSchemaReference reference, string pointer, string hint)
    {
        var id = reference.Reference.Id ?? throw new DocumentException(pointer, "The reference has no id.");
        var target = reference.Target ?? throw new DocumentException(pointer, $"There is no schema '{id}'.");
        return IsType(target)
            ? new(KindOf(target), id, Document: _document.OwnerOf(id))
            : Map(target, pointer, hint);
    }

    // A component that only points to another, or is a plain type, has no C# type of its own.
    private static bool IsType(IOpenApiSchema schema) =>
        Shapes.Wrapped(schema) is null && (Shapes.IsEnum(schema) || Shapes.IsId(schema) || Shapes.IsRecord(schema));

    private static TypeKind KindOf(IOpenApiSchema schema) =>
        Shapes.IsId(schema) ? TypeKind.Id
        : Shapes.IsEnum(schema) ? TypeKind.Enum
        : TypeKind.Record;

    private TypeRef DeclareInline(IOpenApiSchema schema, string pointer, string name)
    {
        if (!_taken.Add(name))
        {
            throw new DocumentException(pointer, $"This inline schema would be the type '{name}', which exists: make it a component.");
        }

        return Declare(name, schema, pointer);
    }

    private TypeRef Declare(string name, IOpenApiSchema schema, string pointer)
    {
        var type = new TypeRef(KindOf(schema), name, Document: _document.Name);
        switch (type.Kind)
        {
            case TypeKind.Id:
                _declarations.Add(Id(type, schema));
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

    private static IdModel Id(TypeRef type, IOpenApiSchema schema)
    {
        var id = SpecExtensions.Get(schema, SpecExtensions.Id)!;
        return new(type, schema.Description ?? string.Empty, (string)id["kind"]!, (string)id["prefix"]!, (int?)id["minSuffix"] ?? 0);
    }

    private TypeRef MapUnion(IOpenApiSchema schema, string pointer, string hint)
    {
        var branches = Shapes.Branches(schema);
        if (branches.All(Shapes.IsText))
        {
            return TypeRef.Text;
        }

        var objects = branches.Where(Shapes.IsRecord).ToList();
        if (objects.Count == 1 && branches.Where(branch => branch != objects[0]).All(Shapes.IsText))
        {
            return new(TypeKind.StringOr, Item: Map(objects[0], pointer, hint));
        }

        return Fallback(pointer, "A union of these kinds has no C# type.");
    }

    private TypeRef MapPlain(IOpenApiSchema schema, string pointer, string hint) => Shapes.BaseType(schema) switch
    {
        JsonSchemaType.String => MapText(schema, pointer),
        JsonSchemaType.Boolean => new(TypeKind.Boolean),
        JsonSchemaType.Integer => new(schema.Format == "int32" ? TypeKind.Int32 : TypeKind.Int64),
        JsonSchemaType.Number => new(schema.Format is "double" or "float" ? TypeKind.Double : TypeKind.Decimal),
        JsonSchemaType.Array when schema.Items is { } items =>
            new(TypeKind.List, Item: Map(items, Pointers.At(pointer, "items"), $"{hint}Item")),
        JsonSchemaType.Object when schema.AdditionalProperties is { } values && !IsAnything(values) =>
            new(TypeKind.Map, Item: Map(values, Pointers.At(pointer, "additionalProperties"), $"{hint}Value")),
        JsonSchemaType.Object => new(TypeKind.Map, Item: TypeRef.Json),
        _ => Fallback(pointer, "The schema has no single type."),
    };

    // An empty schema for the values is how the reader shows 'additionalProperties: true'.
    private static bool IsAnything(IOpenApiSchema schema) =>
        schema is OpenApiSchema { Type: null, AllOf: null or { Count: 0 }, OneOf: null or { Count: 0 }, AnyOf: null or { Count: 0 }, Properties: null or { Count: 0 } };

    private static TypeRef MapText(IOpenApiSchema schema, string pointer) => schema.Format switch
    {
        _ when SpecExtensions.Flag(schema, SpecExtensions.DayOrInstant) => new(TypeKind.DayOrInstant),
        "date-time" => new(TypeKind.Instant),
        "date" => new(TypeKind.Day),
        null or "time" or "uri" or "email" or "duration" => TypeRef.Text,
        var format => throw new DocumentException(Pointers.At(pointer, "format"), $"The format '{format}' of a string is not supported."),
    };
}
