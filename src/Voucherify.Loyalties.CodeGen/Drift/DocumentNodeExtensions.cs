using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Lists what is below a place that may not exist.</summary>
internal static class DocumentNodeExtensions
{
    /// <summary>The items of an array with their pointers.</summary>
    public static IEnumerable<DocumentNode> Items(this DocumentNode? node) => node is { Node: JsonArray items } list
        ? items.Select((item, index) => new DocumentNode(list.Document, item!, DocumentPointer.Append(list.Pointer, $"{index}")))
        : [];

    /// <summary>The members of an object with their pointers.</summary>
    public static IEnumerable<(string Name, DocumentNode Value)> Members(this DocumentNode? node) =>
        node is { Node: JsonObject members } map ? members.Select(member => (member.Key, map.Child(member.Key)!.Value)) : [];
}
