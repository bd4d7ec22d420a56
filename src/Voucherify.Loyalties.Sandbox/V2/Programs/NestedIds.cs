using System.Text.Json;
using System.Text.Json.Nodes;
using Voucherify.Loyalties.Sandbox.Ids;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.V2.Programs;

/// <summary>Gives ids to the parts of a resource that have none (documented for updates: a part with an id is kept).</summary>
internal sealed class NestedIds(TimedIds ids, DateTimeOffset now)
{
    /// <summary>Gives ids to the objects of an array.</summary>
    /// <param name="array">The array.</param>
    /// <param name="prefix">The prefix of the ids.</param>
    /// <param name="inner">The array in each object whose objects get ids too, and their prefix, or null.</param>
    public JsonElement Add(JsonElement array, string prefix, (string Name, string Prefix)? inner = null)
    {
        if (JsonNode.Parse(array.GetRawText()) is not JsonArray items)
        {
            return array;
        }

        AddTo(items, prefix);
        foreach (var item in items.OfType<JsonObject>())
        {
            if (inner is var (name, innerPrefix) && item[name] is JsonArray parts)
            {
                AddTo(parts, innerPrefix);
            }
        }

        return JsonBuffer.WriteElement(writer => items.WriteTo(writer));
    }

    private void AddTo(JsonArray items, string prefix)
    {
        for (var i = 0; i < items.Count; i++)
        {
            if (items[i] is JsonObject item && item["id"]?.GetValueKind() != JsonValueKind.String)
            {
                items[i] = WithId(item, ids.Next(prefix, now));
            }
        }
    }

    private static JsonObject WithId(JsonObject item, string id)
    {
        var copy = new JsonObject { ["id"] = id };
        foreach (var (name, value) in item)
        {
            if (name != "id")
            {
                copy[name] = value?.DeepClone();
            }
        }

        return copy;
    }
}
