using Microsoft.OpenApi;

namespace Voucherify.Loyalties.CodeGen.Document;

/// <summary>An operation and its place in the document.</summary>
internal sealed record OperationEntry(string Path, string Method, IOpenApiPathItem Item, OpenApiOperation Value, string Pointer)
{
    /// <summary>The operations of a document, in its order.</summary>
    public static IEnumerable<OperationEntry> AllIn(ApiDocument document) =>
        from path in document.Content.Paths
        from operation in path.Value.Operations ?? []
        let method = operation.Key.Method.ToLowerInvariant()
        select new OperationEntry(
            path.Key,
            method,
            path.Value,
            operation.Value,
            DocumentPointer.Append(document.Root, "paths", path.Key, method));
}
