using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Lists what is below a place that may not exist.</summary>
internal static class DocumentNodeExtensions
{
    /// <summary>The items of an array with their pointers. The null of an enum is no item: it says what is optional.</summary>
    public static IEnumerable<DocumentNode> Items(this DocumentNode? node) => node is { Node: JsonArray items } list
        ? items.Select((item, index) => (Item: item, Pointer: DocumentPointer.Append(list.Pointer, $"{index}")))
            .Where(item => item.Item is not null)
            .Select(item => new DocumentNode(list.Document, item.Item!, item.Pointer))
        : [];

    /// <summary>The members of an object with their pointers.</summary>
    public static IEnumerable<(string Name, DocumentNode Value)> Members(this DocumentNode? node) =>
        node is { Node: JsonObject members } map ? members.Select(member => (member.Key, map.Child(member.Key)!.Value)) : [];
}
