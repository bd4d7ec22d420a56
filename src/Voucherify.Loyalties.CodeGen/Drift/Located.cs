using System.Text.Json.Nodes;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>A place in a document.</summary>
internal readonly record struct Located(ContractDocument Document, JsonNode Node, string Pointer)
{
    /// <summary>The pointer with the name of its document.</summary>
    public string FullPointer => Document.Name + Pointer;

    public Located? Child(string key) => Node is JsonObject item && item[key] is { } child
        ? new Located(Document, child, Pointers.At(Pointer, key))
        : null;

    public string? Text(string key) => Child(key) is { Node: JsonValue value } && value.TryGetValue<string>(out var text) ? text : null;

    public bool Flag(string key) => Child(key) is { Node: JsonValue value } && value.TryGetValue<bool>(out var flag) && flag;

    /// <summary>This place, or the one that it refers to.</summary>
    public Located Resolved()
    {
        var place = this;
        while (place.Text("$ref") is { } reference)
        {
            place = Document.Find(reference);
        }

        return place;
    }
}

internal static class LocatedExtensions
{
    /// <summary>The items of an array, with their pointers.</summary>
    public static IEnumerable<Located> Items(this Located? place) => place is { Node: JsonArray items } list
        ? items.Select((item, index) => new Located(list.Document, item!, Pointers.At(list.Pointer, $"{index}")))
        : [];

    /// <summary>The members of an object, with their pointers.</summary>
    public static IEnumerable<(string Name, Located Value)> Members(this Located? place) => place is { Node: JsonObject members } map
        ? members.Select(member => (member.Key, map.Child(member.Key)!.Value))
        : [];
}
