using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>A place in a document.</summary>
internal readonly record struct DocumentNode(ContractDocument Document, JsonNode Node, string Pointer)
{
    /// <summary>The pointer with the name of its document.</summary>
    public string FullPointer => Document.Name + Pointer;

    public DocumentNode? Child(string key) => Node is JsonObject item && item[key] is { } child
        ? new DocumentNode(Document, child, DocumentPointer.Append(Pointer, key))
        : null;

    public string? GetString(string key) =>
        Child(key) is { Node: JsonValue value } && value.TryGetValue<string>(out var result) ? result : null;

    public bool GetFlag(string key) => Child(key) is { Node: JsonValue value } && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>This place, or the one that it refers to.</summary>
    public DocumentNode Resolved()
    {
        var node = this;
        while (node.GetString("$ref") is { } reference)
        {
            node = node.Document.Find(reference);
        }

        return node;
    }
}
