using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Reads the properties of a request body, and words problems as the service does.</summary>
internal static class JsonBody
{
    /// <summary>Parses an object, or says what is wrong with it.</summary>
    public static bool TryParseObject(ReadOnlyMemory<byte> body, out JsonElement root, out string? problem)
    {
        problem = TryParse(body, out root) ? null : "Payload is not a valid JSON";
        if (problem is null && root.ValueKind != JsonValueKind.Object)
        {
            problem = "Payload must be object";
        }

        return problem is null;
    }

    /// <summary>Parses an array of at least one element, or says what is wrong with it.</summary>
    public static bool TryParseArray(ReadOnlyMemory<byte> body, out IReadOnlyList<JsonElement> items, out string? problem)
    {
        items = [];
        problem = TryParse(body, out var root) ? null : "Payload is not a valid JSON";
        if (problem is null && (root.ValueKind != JsonValueKind.Array || root.GetArrayLength() == 0))
        {
            problem = "Payload must be an array with at least 1 element";
        }

        if (problem is null)
        {
            items = [.. root.EnumerateArray()];
        }

        return problem is null;
    }

    /// <summary>Reads an optional string. Null counts as absent.</summary>
    public static bool TryReadString(JsonElement root, string name, out string? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (!root.TryGetProperty(name, out var property) || property.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (property.ValueKind == JsonValueKind.String && TryDecode(property, out value))
        {
            return true;
        }

        problem = $"Property .{name} must be string";
        return false;
    }

    /// <summary>Reads a required integer.</summary>
    public static bool TryReadInteger(JsonElement root, string name, out long value, out string? problem)
    {
        (value, problem) = (0, null);
        if (!root.TryGetProperty(name, out var property))
        {
            problem = MissingProperty(name);
        }
        else if (property.ValueKind != JsonValueKind.Number || !JsonInteger.TryReadNumber(property, out value))
        {
            problem = $"Property .{name} must be integer";
        }

        return problem is null;
    }

    /// <summary>Finds a property whose value is an object.</summary>
    public static bool TryFindObject(JsonElement root, string name, out JsonElement value) =>
        root.TryGetProperty(name, out value) && value.ValueKind == JsonValueKind.Object;

    /// <summary>Returns the string of a property, or null if it has none.</summary>
    public static string? FindString(JsonElement root, string name) => TryReadString(root, name, out var value, out _) ? value : null;

    /// <summary>Returns true or false, or null if the property is neither.</summary>
    public static bool? FindBoolean(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : null;

    /// <summary>Reads a string that is valid text. One with half a surrogate pair, or with bytes that are not UTF-8, is not.</summary>
    public static bool TryDecode(JsonElement json, out string? value)
    {
        try
        {
            value = json.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            value = null;
            return false;
        }
    }

    /// <summary>The service's message for a required property that is absent.</summary>
    public static string MissingProperty(string name) => $"Payload should have required property '{name}'";

    private static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement root)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
            return HasReadableNames(body.Span);
        }
        catch (JsonException)
        {
            root = default;
            return false;
        }
    }

    // .NET finds no property in an object if the name of one has half a surrogate pair (assumed: the service refuses it).
    private static bool HasReadableNames(ReadOnlySpan<byte> body)
    {
        var reader = new Utf8JsonReader(body);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.PropertyName, ValueIsEscaped: true })
                {
                    _ = reader.GetString();
                }
            }

            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
