using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Tests.CodeGen;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>Any answer within reason can be read, and nothing of it is lost when it is written again.</summary>
public sealed partial class ToleranceTests
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = FindTypes();

    /// <summary>Every schema that answers an operation, and the error; their parts are in them.</summary>
    public static TheoryData<string> Answers { get; } = [.. Types.Keys];

    [Theory, MemberData(nameof(Answers))]
    public void A_whole_answer_is_written_again_as_it_was(string schema)
    {
        var answer = SampleResponses.Of(schema);

        AssertKept(schema, answer, answer);
    }

    [Theory, MemberData(nameof(Answers))]
    public void Any_member_can_be_null_or_missing(string schema)
    {
        var answer = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(answer))
        {
            parent[name] = null;
            Read(schema, answer);
            parent.Remove(name);
            Read(schema, answer);
            parent[name] = value;
        }
    }

    [Theory, MemberData(nameof(Answers))]
    public void Numbers_and_booleans_can_come_as_texts(string schema)
    {
        var answer = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(answer).Where(
            static member => member.Value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True))
        {
            parent[name] = value.ToJsonString();
        }

        AssertKept(schema, answer, SampleResponses.Of(schema));
    }

    [Theory, MemberData(nameof(Answers))]
    public void A_text_that_nobody_knows_is_kept(string schema)
    {
        var answer = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(answer).Where(static member => member.Value.GetValueKind() == JsonValueKind.String))
        {
            if (!IsTime(value.GetValue<string>()))
            {
                parent[name] = "SOMETHING_NEW";
            }
        }

        AssertKept(schema, answer, answer);
    }

    [Theory, MemberData(nameof(Answers))]
    public void Members_that_nobody_knows_are_no_obstacle(string schema)
    {
        var answer = SampleResponses.Of(schema);
        foreach (var parent in Objects(answer).ToList())
        {
            parent["novelty"] = new JsonObject { ["a"] = new JsonArray(1, "b", null) };
        }

        Assert.NotNull(Read(schema, answer));
    }

    private static bool IsTime(string text) => text.Length >= 10 && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, out _);

    /// <summary>Asserts that an answer is written again as expected; numbers that stand in what keeps its JSON are written as they came.</summary>
    private static void AssertKept(string schema, JsonObject answer, JsonObject expected)
    {
        var written = JsonSerializer.SerializeToNode(Read(schema, answer), Types[schema]);
        var (wanted, found) = (Canonical(expected), Canonical(written));
        Assert.True(JsonNode.DeepEquals(wanted, found), $"expected: {wanted?.ToJsonString()}\nwritten:  {found?.ToJsonString()}");
    }

    private static JsonNode? Canonical(JsonNode? node) => JsonNode.Parse(Quoted().Replace(node?.ToJsonString() ?? "null", "$1"));

    [GeneratedRegex("\"(-?[0-9]+(?:\\.[0-9]+)?|true)\"(?!:)")]
    private static partial Regex Quoted();

    private static object? Read(string schema, JsonObject answer)
    {
        try
        {
            return JsonSerializer.Deserialize(answer.ToJsonString(), Types[schema]);
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"{error.Message}\n{answer.ToJsonString()}", error);
        }
    }

    /// <summary>Every member at any depth, with its parent.</summary>
    private static List<(JsonObject Parent, string Name, JsonNode Value)> Members(JsonObject answer) =>
        [
            .. Objects(answer).SelectMany(
                static parent => parent,
                static (parent, member) => (parent, member.Key, member.Value!)).Where(static member => member.Item3 is not null),
        ];

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject found => found.Select(static member => member.Value).OfType<JsonNode>().SelectMany(Objects).Prepend(found),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };

    private static Dictionary<string, JsonTypeInfo> FindTypes()
    {
        var document = JsonNode.Parse(Documents.V1)!;
        var names = document["paths"]!.AsObject()
            .SelectMany(static path => path.Value!.AsObject())
            .Select(
                static operation =>
                    operation.Value is JsonObject found ? found["responses"]?["200"]?["content"]?["application/json"]?["schema"] : null)
            .Select(static schema => (string?)(schema?["$ref"] ?? schema?["items"]?["$ref"]))
            .OfType<string>()
            .Select(static reference => reference.Split('/')[^1])
            .Append("ApiError");
        return names.Distinct().ToDictionary(
            static name => name,
            static name => (JsonTypeInfo)(typeof(V1Json).GetProperty(name) ?? typeof(PlatformJson).GetProperty(name))!.GetValue(null)!);
    }
}
