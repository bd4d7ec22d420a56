using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>A valid document, together with copies of the shared components that it refers to.</summary>
/// <param name="Name">The file name without <c>.json</c>.</param>
/// <param name="Content">The parsed document.</param>
/// <param name="SharedSchemas">The names of the schemas that were copied from the platform document.</param>
internal sealed record ApiDocument(string Name, OpenApiDocument Content, IReadOnlySet<string> SharedSchemas)
{
    /// <summary>The names of the platform schemas that this document itself refers to.</summary>
    public IReadOnlySet<string> NamedSchemas { get; init; } = new HashSet<string>(StringComparer.Ordinal);

    /// <summary>The start of every pointer into this document.</summary>
    public string Root => SourceDocument.RootOf(Name);

    public bool IsPlatform => Name == SourceDocument.Platform;

    /// <summary>All schemas, including the copies.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> Schemas =>
        Content.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>();

    /// <summary>The schemas that this document declares itself.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> OwnSchemas => Schemas.Where(schema => !SharedSchemas.Contains(schema.Key));

    /// <summary>The pointer to a schema.</summary>
    public string PointerTo(string schema) => DocumentPointer.Append(Root, "components", "schemas", schema);

    /// <summary>The name of the document that declares a schema.</summary>
    public string OwnerOf(string schema) => SharedSchemas.Contains(schema) ? SourceDocument.Platform : Name;
}
