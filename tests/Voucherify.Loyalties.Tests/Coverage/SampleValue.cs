using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>A value for a schema of the document, and the place of the schema.</summary>
internal sealed record SampleValue(string Pointer)
{
    /// <summary>A string, a number, a boolean or free JSON.</summary>
    public JsonNode? Leaf { get; init; }

    public IReadOnlyDictionary<string, SampleValue>? Members { get; init; }

    public IReadOnlyList<SampleValue>? Items { get; init; }

    /// <summary>The name of the C# property, if it does not follow from the name on the wire.</summary>
    public string? MemberName { get; init; }

    /// <summary>Whether C# has the only property of this object in its place.</summary>
    public bool Unwrap { get; init; }

    public string Text => Leaf!.GetValueKind() == System.Text.Json.JsonValueKind.String ? Leaf.GetValue<string>() : Leaf.ToJsonString();

    public JsonNode ToJson()
    {
        if (Members is not null)
        {
            return new JsonObject(Members.Select(member => KeyValuePair.Create(member.Key, (JsonNode?)member.Value.ToJson())));
        }

        return Items is not null ? new JsonArray([.. Items.Select(item => item.ToJson())]) : Leaf!.DeepClone();
    }
}
