using System.Text.Json.Nodes;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>A value for a schema of the document, and where the schema stands.</summary>
internal sealed record SampleValue(string Pointer)
{
    /// <summary>A text, a number, a boolean or free JSON.</summary>
    public JsonNode? Leaf { get; init; }

    public IReadOnlyDictionary<string, SampleValue>? Members { get; init; }

    public IReadOnlyList<SampleValue>? Items { get; init; }

    /// <summary>The name of the C# member, when it does not follow from the name on the wire.</summary>
    public string? MemberName { get; init; }

    /// <summary>An object whose only member stands in its place in C#.</summary>
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
