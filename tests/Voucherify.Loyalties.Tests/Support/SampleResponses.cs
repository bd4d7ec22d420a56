using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Tests.Support;

/// <summary>JSON with every property of the document, each with a different value where its type allows.</summary>
internal sealed class SampleResponses
{
    private static readonly JsonNode V1Schemas = JsonNode.Parse(V1Document.Json)!["components"]!["schemas"]!;
    private static readonly JsonNode V2Schemas = JsonNode.Parse(V2Document.Json)!["components"]!["schemas"]!;

    /// <summary>The start of the name of a schema of version 2.</summary>
    public const string V2 = "V2.";

    private const string Iso8601 = "yyyy-MM-ddTHH:mm:ss.fffZ";

    private readonly JsonNode _schemas;
    private int _number;

    private SampleResponses(JsonNode schemas) => _schemas = schemas;

    /// <param name="schema">The name of a schema, with <see cref="V2"/> before it if it is of version 2.</param>
    public static JsonObject Of(string schema)
    {
        var isV2 = schema.StartsWith(V2, StringComparison.Ordinal);
        var (schemas, name) = isV2 ? (V2Schemas, schema[V2.Length..]) : (V1Schemas, schema);
        return new SampleResponses(schemas).Value(schemas[name]!, name).AsObject();
    }

    /// <summary>Responds to a request with the sample.</summary>
    public static Step Ok(string schema) => Steps.Ok(Of(schema).ToJsonString());

    /// <summary>Asserts that a value is written as the sample, so that nothing was lost when it was read.</summary>
    public static void AssertComplete<T>(string schema, T value, JsonTypeInfo<T> type)
    {
        var written = JsonSerializer.Serialize(value, type);

        Assert.True(JsonNode.DeepEquals(Of(schema), JsonNode.Parse(written)), $"{Of(schema).ToJsonString()}\n{written}");
    }

    private JsonNode Value(JsonNode schema, string path)
    {
        if ((string?)schema["$ref"] is { } reference)
        {
            return Value(_schemas[reference.Split('/')[^1]]!, path);
        }

        if (schema["allOf"] is JsonArray parts)
        {
            var values = parts.Select(part => Value(part!, path)).ToList();
            return values is [var only] ? only : Merged(values.Select(part => part.AsObject()));
        }

        // The last branch has the most properties.
        if (schema["oneOf"] is JsonArray branches)
        {
            return Value(branches[^1]!, path);
        }

        if (schema["x-raw-json"] is not null)
        {
            return new JsonObject { ["raw"] = new JsonArray(path, 1, true, null) };
        }

        return (string?)schema["type"] switch
        {
            "object" => Object(schema, path),
            "array" => new JsonArray(Value(schema["items"]!, path)),
            "integer" => JsonValue.Create(++_number),
            "number" => JsonValue.Create(++_number + 0.5m),
            "boolean" => JsonValue.Create(true),
            "string" => JsonValue.Create(Text(schema, path)),
            var type => throw new InvalidOperationException($"{path}: no sample for '{type}'."),
        };
    }

    private JsonObject Object(JsonNode schema, string path)
    {
        var value = new JsonObject();
        foreach (var (name, property) in schema["properties"]?.AsObject() ?? [])
        {
            value[name] = Value(property!, $"{path}.{name}");
        }

        if (schema["additionalProperties"] is JsonObject values)
        {
            value["key"] = Value(values, $"{path}.key");
        }
        else if (schema["additionalProperties"] is not null)
        {
            value["free"] = new JsonArray(path, 1, true, null);
        }

        return value;
    }

    private string Text(JsonNode schema, string path) => (string?)schema["format"] switch
    {
        "date" => new DateOnly(2024, 1, 1).AddDays(++_number).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        "date-time" => new DateTime(2024, 1, 1, 3, 4, 5, 678).AddDays(++_number).ToString(Iso8601, CultureInfo.InvariantCulture),
        _ => (string?)schema["enum"]?[0] ?? path,
    };

    private static JsonObject Merged(IEnumerable<JsonObject> parts)
    {
        var merged = new JsonObject();
        foreach (var (name, value) in parts.SelectMany(part => part))
        {
            merged[name] = value?.DeepClone();
        }

        return merged;
    }
}
