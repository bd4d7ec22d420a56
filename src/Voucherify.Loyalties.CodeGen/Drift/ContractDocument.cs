using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>An OpenAPI document as plain JSON. The vendor's documents need not follow our rules, and every place has a pointer.</summary>
internal sealed class ContractDocument(string name, JsonNode root)
{
    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    private IReadOnlyList<ContractDocument> _siblings = [];

    /// <summary>The name in pointers: the file name, with <c>ours/</c> before it for a document of ours.</summary>
    public string Name { get; } = name;

    /// <summary>The credentials that operations accept if they do not say.</summary>
    public DocumentNode? Security => Top.Child("security");

    private DocumentNode Top => new(this, root, DocumentPointer.Root);

    /// <exception cref="DocumentException">The text is not JSON.</exception>
    public static ContractDocument Parse(string name, string json)
    {
        try
        {
            return new(name, JsonNode.Parse(json) ?? throw new DocumentException(name, "The document is empty."));
        }
        catch (JsonException exception)
        {
            throw new DocumentException(name, $"The document is not JSON: {exception.Message}");
        }
    }

    /// <summary>Parses documents that may refer to each other by their file names.</summary>
    /// <exception cref="DocumentException">A text is not JSON.</exception>
    public static IReadOnlyList<ContractDocument> ParseAll(IEnumerable<(string Name, string Json)> documents)
    {
        var all = documents.Select(document => Parse(document.Name, document.Json)).ToList();
        foreach (var document in all)
        {
            document._siblings = all;
        }

        return all;
    }

    public IEnumerable<ContractOperation> Operations() =>
        from path in (root["paths"] as JsonObject ?? []).AsEnumerable()
        let item = path.Value!.AsObject()
        from method in Methods
        where item.ContainsKey(method)
        let at = new DocumentNode(this, item, DocumentPointer.Append(DocumentPointer.Root, "paths", path.Key))
        select new ContractOperation(method.ToUpperInvariant(), path.Key, at, at.Child(method)!.Value);

    /// <summary>The scopes that a token can have.</summary>
    public IEnumerable<(string Name, DocumentNode Place)> Scopes() =>
        from scheme in Top.Child("components")?.Child("securitySchemes").Members() ?? []
        from flow in scheme.Value.Resolved().Child("flows").Members()
        from scope in flow.Value.Child("scopes").Members()
        select (scope.Name, scope.Value);

    /// <summary>The schemas among the components.</summary>
    public IEnumerable<DocumentNode> Schemas() =>
        Top.Child("components")?.Child("schemas").Members().Select(schema => schema.Value) ?? [];

    /// <summary>The events that the vendor sends, each with the schema of its data.</summary>
    public IEnumerable<(string Name, DocumentNode Data)> Events() =>
        from webhook in Top.Child("webhooks").Members()
        let body = webhook.Value.Child("post")?.Child("requestBody")?.Child("content")?.Child("application/json")?.Child("schema")
        where body is not null
        select (webhook.Name, body.Value.Resolved());

    /// <summary>The target of a reference such as <c>#/components/schemas/Name</c> or <c>other.json#/components/schemas/Name</c>.</summary>
    /// <exception cref="DocumentException">There is no such target.</exception>
    public DocumentNode Find(string reference)
    {
        var file = reference.Split('#')[0];
        var document = file.Length == 0 ? this : _siblings.FirstOrDefault(sibling => Path.GetFileName(sibling.Name) == file);
        var target = document?.Top;
        foreach (var key in reference.Split('/').Skip(1).Select(DocumentPointer.Unescape))
        {
            target = target?.Child(key);
        }

        return target ?? throw new DocumentException($"{Name}{DocumentPointer.Root}", $"There is nothing at '{reference}'.");
    }
}
