using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>The operations of a document, in its order.</summary>
internal static class Operations
{
    public static IEnumerable<Entry> In(ApiDocument document) =>
        from path in document.Content.Paths
        from operation in path.Value.Operations ?? []
        let method = operation.Key.Method.ToLowerInvariant()
        select new Entry(
            path.Key,
            method,
            path.Value,
            operation.Value,
            Pointers.At(document.Root, "paths", path.Key, method));

    /// <summary>An operation and where it stands.</summary>
    internal sealed record Entry(string Path, string Method, IOpenApiPathItem Item, OpenApiOperation Value, string Pointer);
}
