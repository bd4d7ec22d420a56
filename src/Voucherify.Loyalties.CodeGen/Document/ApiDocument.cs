using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>A document as it was read, together with copies of the shared components that it refers to.</summary>
/// <param name="Name">The name of its file without <c>.json</c>.</param>
/// <param name="Content">The document.</param>
/// <param name="SharedSchemas">The names of the schemas that are copies of the platform document's.</param>
internal sealed record ApiDocument(string Name, OpenApiDocument Content, IReadOnlySet<string> SharedSchemas)
{
    /// <summary>What pointers into this document begin with.</summary>
    public string Root => SourceDocument.RootOf(Name);

    public bool IsPlatform => Name == SourceDocument.Platform;

    /// <summary>The schemas, with the copies.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> Schemas => Content.Components?.Schemas ?? Enumerable.Empty<KeyValuePair<string, IOpenApiSchema>>();

    /// <summary>The schemas that this document declares itself.</summary>
    public IEnumerable<KeyValuePair<string, IOpenApiSchema>> OwnSchemas => Schemas.Where(schema => !SharedSchemas.Contains(schema.Key));

    /// <summary>The name of the document that declares a schema.</summary>
    public string OwnerOf(string schema) => SharedSchemas.Contains(schema) ? SourceDocument.Platform : Name;
}
