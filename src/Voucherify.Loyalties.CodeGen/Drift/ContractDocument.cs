using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// An OpenAPI document as plain JSON: the vendor's documents need not obey the rules of ours, and every place in them has a pointer.
/// </summary>
internal sealed class ContractDocument(string name, JsonNode root)
{
    private IReadOnlyList<ContractDocument> _siblings = [];

    private static readonly string[] Methods = ["get", "put", "post", "delete", "patch", "head", "options"];

    /// <summary>The name in pointers: a file name, with <c>ours/</c> before it when it is ours.</summary>
    public string Name { get; } = name;

    private Located Top => new(this, root, Pointers.Root);

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

    /// <summary>Reads documents that may refer to each other by the names of their files.</summary>
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
        let at = new Located(this, item, Pointers.At(Pointers.Root, "paths", path.Key))
        select new ContractOperation(method.ToUpperInvariant(), path.Key, at, at.Child(method)!.Value);

    /// <summary>The scopes that a token can have.</summary>
    public IEnumerable<(string Name, Located Place)> Scopes() =>
        from scheme in Top.Child("components")?.Child("securitySchemes").Members() ?? []
        from flow in scheme.Value.Resolved().Child("flows").Members()
        from scope in flow.Value.Child("scopes").Members()
        select (scope.Name, scope.Value);

    /// <summary>The schemas that have a name.</summary>
    public IEnumerable<Located> Schemas() =>
        Top.Child("components")?.Child("schemas").Members().Select(schema => schema.Value) ?? [];

    /// <summary>The target of a reference such as <c>#/components/schemas/Name</c>, or <c>other.json#/components/schemas/Name</c>.</summary>
    public Located Find(string reference)
    {
        var file = reference.Split('#')[0];
        var node = file.Length == 0 ? Top
            : _siblings.FirstOrDefault(sibling => Path.GetFileName(sibling.Name) == file)?.Top
                ?? throw new DocumentException($"{Name}{reference}", "There is no such document.");
        foreach (var key in reference.Split('/').Skip(1).Select(Pointers.Unescape))
        {
            node = node.Child(key) ?? throw new DocumentException($"{Name}{reference}", "There is nothing at this reference.");
        }

        return node;
    }
}

/// <summary>An operation, and the path item that it stands in.</summary>
internal sealed record ContractOperation(string Method, string Path, Located Item, Located Node)
{
    public string Route => $"{Method} {Path}";

    public IEnumerable<Located> Parameters =>
        Item.Child("parameters").Items().Concat(Node.Child("parameters").Items()).Select(parameter => parameter.Resolved());
}
