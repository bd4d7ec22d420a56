using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Answers what a schema is: a record, an enum, an id or a string.</summary>
internal static class SchemaFacts
{
    public static JsonSchemaType? BaseType(IOpenApiSchema schema) => schema.Type & ~JsonSchemaType.Null;

    /// <summary>The reference in a schema that only adds a description to another one.</summary>
    public static OpenApiSchemaReference? Wrapped(IOpenApiSchema schema) => schema switch
    {
        OpenApiSchemaReference reference => reference,
        { AllOf: [OpenApiSchemaReference only], Properties: null or { Count: 0 }, OneOf: null or { Count: 0 } } => only,
        _ => null,
    };

    /// <summary>The schema at the end of a chain of references.</summary>
    public static IOpenApiSchema Resolve(IOpenApiSchema schema)
    {
        while (Wrapped(schema) is { } reference)
        {
            schema = reference.Target ?? throw new InvalidOperationException($"Nothing at {reference.Reference.ReferenceV3}.");
        }

        return schema;
    }

    public static IReadOnlyList<IOpenApiSchema> Branches(IOpenApiSchema schema) => [.. schema.OneOf ?? [], .. schema.AnyOf ?? []];

    /// <summary>An object with known members, alone or combined with others.</summary>
    public static bool IsRecord(IOpenApiSchema schema)
    {
        var target = Resolve(schema);
        var branches = Branches(target);
        return target.Properties is { Count: > 0 }
            || target.AllOf is { Count: > 0 } parts && parts.Any(IsRecord) && parts.All(IsObject)
            || branches.Count > 0 && branches.All(IsRecord);
    }

    /// <summary>Strings with several known values. A single value is only a marker, which is a plain string.</summary>
    public static bool IsEnum(IOpenApiSchema schema)
    {
        var target = Resolve(schema);
        var branches = Branches(target);
        return BaseType(target) is JsonSchemaType.String or null && target.Enum is { Count: > 1 }
            || branches.Count > 0 && branches.All(branch => IsEnum(branch) || IsMarker(branch));
    }

    /// <summary>A page of a list with an expiring cursor. All pages have one generic type.</summary>
    public static bool IsPage(IOpenApiSchema schema) => SpecExtensions.GetFlag(Resolve(schema), SpecExtensions.Page);

    /// <summary>An id with a type of its own.</summary>
    public static bool IsId(IOpenApiSchema schema) => SpecExtensions.Get(Resolve(schema), SpecExtensions.Id) is not null;

    public static bool IsString(IOpenApiSchema schema) => BaseType(Resolve(schema)) is JsonSchemaType.String;

    // A part of an allOf may do no more than require members of the other parts.
    private static bool IsObject(IOpenApiSchema schema) =>
        IsRecord(schema) || BaseType(Resolve(schema)) is null or JsonSchemaType.Object && Branches(Resolve(schema)).Count == 0;

    private static bool IsMarker(IOpenApiSchema schema) => IsString(schema) && Resolve(schema).Enum is { Count: 1 };
}
