using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Voucherify.Loyalties.Generated.Platform;
using Voucherify.Loyalties.Generated.V1;
using Voucherify.Loyalties.Generated.V2;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Tolerance;

/// <summary>Any plausible response can be read, and nothing of it is lost when it is written again.</summary>
public sealed partial class ToleranceTests
{
    private static readonly Dictionary<string, JsonTypeInfo> Types = FindTypes();

    /// <summary>The schema of every response, and that of errors. They include the schemas of their parts.</summary>
    public static TheoryData<string> Schemas { get; } = [.. Types.Keys];

    [Theory, MemberData(nameof(Schemas))]
    public void A_complete_response_is_written_as_it_was_read(string schema)
    {
        var response = SampleResponses.Of(schema);

        AssertKept(schema, response, response);
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Any_property_of_a_response_can_be_null_or_missing(string schema)
    {
        var response = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(response))
        {
            parent[name] = null;
            Read(schema, response);
            parent.Remove(name);
            Read(schema, response);
            parent[name] = value;
        }
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Numbers_and_booleans_of_a_response_can_be_strings(string schema)
    {
        var response = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(response).Where(
            static member => member.Value.GetValueKind() is JsonValueKind.Number or JsonValueKind.True))
        {
            parent[name] = value.ToJsonString();
        }

        AssertKept(schema, response, SampleResponses.Of(schema));
    }

    [Theory, MemberData(nameof(Schemas))]
    public void An_unknown_enum_value_is_kept(string schema)
    {
        var response = SampleResponses.Of(schema);
        foreach (var (parent, name, value) in Members(response).Where(static member => member.Value.GetValueKind() == JsonValueKind.String))
        {
            if (!IsTime(value.GetValue<string>()))
            {
                parent[name] = "SOMETHING_NEW";
            }
        }

        AssertKept(schema, response, response);
    }

    [Theory, MemberData(nameof(Schemas))]
    public void Unknown_properties_of_a_response_are_ignored(string schema)
    {
        var response = SampleResponses.Of(schema);
        foreach (var parent in Objects(response).ToList())
        {
            parent["novelty"] = new JsonObject { ["a"] = new JsonArray(1, "b", null) };
        }

        Assert.NotNull(Read(schema, response));
    }

    private static bool IsTime(string value) => value.Length >= 10 && DateTimeOffset.TryParse(value, CultureInfo.InvariantCulture, out _);

    /// <summary>
    /// Asserts that a response is written again as expected. Objects that keep their JSON write numbers as they were read.
    /// </summary>
    private static void AssertKept(string schema, JsonObject response, JsonObject expected)
    {
        var written = JsonSerializer.SerializeToNode(Read(schema, response), Types[schema]);
        var (wanted, found) = (Canonical(expected), Canonical(written));
        Assert.True(JsonNode.DeepEquals(wanted, found), $"expected: {wanted?.ToJsonString()}\nwritten:  {found?.ToJsonString()}");
    }

    private static JsonNode? Canonical(JsonNode? node) => JsonNode.Parse(Quoted().Replace(node?.ToJsonString() ?? "null", "$1"));

    [GeneratedRegex("\"(-?[0-9]+(?:\\.[0-9]+)?|true)\"(?!:)")]
    private static partial Regex Quoted();

    private static object? Read(string schema, JsonObject response)
    {
        try
        {
            return JsonSerializer.Deserialize(response.ToJsonString(), Types[schema]);
        }
        catch (JsonException error)
        {
            throw new InvalidOperationException($"{error.Message}\n{response.ToJsonString()}", error);
        }
    }

    /// <summary>Returns every property at any depth, with its parent.</summary>
    private static List<(JsonObject Parent, string Name, JsonNode Value)> Members(JsonObject response) =>
    [
        .. Objects(response).SelectMany(static parent => parent, static (parent, member) => (parent, member.Key, member.Value!))
            .Where(static member => member.Item3 is not null),
    ];

    private static IEnumerable<JsonObject> Objects(JsonNode node) => node switch
    {
        JsonObject found => found.Select(static member => member.Value).OfType<JsonNode>().SelectMany(Objects).Prepend(found),
        JsonArray items => items.OfType<JsonNode>().SelectMany(Objects),
        _ => [],
    };

    private static Dictionary<string, JsonTypeInfo> FindTypes()
    {
        var types = ResponseSchemas(JsonNode.Parse(V1Document.Json)!).Append("ApiError").Distinct().ToDictionary(
            static name => name,
            static name => (JsonTypeInfo)(typeof(V1Json).GetProperty(name) ?? typeof(PlatformJson).GetProperty(name))!.GetValue(null)!);
        var document = JsonNode.Parse(V2Document.Json)!;
        foreach (var name in ResponseSchemas(document).Distinct())
        {
            types.Add(SampleResponses.V2 + name, (JsonTypeInfo)typeof(V2Json).GetProperty(TypeOf(document, name))!.GetValue(null)!);
        }

        return types;
    }

    // All pages of lists have one generic type.
    private static string TypeOf(JsonNode document, string name) =>
        document["components"]!["schemas"]![name] is { } schema && schema["x-page"] is not null
            ? $"PageOf{((string)schema["properties"]!["data"]!["items"]!["$ref"]!).Split('/')[^1]}"
            : name;

    private static IEnumerable<string> ResponseSchemas(JsonNode document) => document["paths"]!.AsObject()
            .SelectMany(static path => path.Value!.AsObject())
            .Select(static operation => operation.Value as JsonObject)
            .Select(static operation => operation?["responses"])
            .Select(static responses => (responses?["200"] ?? responses?["202"])?["content"]?["application/json"]?["schema"])
            .Select(static schema => (string?)(schema?["$ref"] ?? schema?["items"]?["$ref"]))
            .OfType<string>()
            .Select(static reference => reference.Split('/')[^1]);
}
