using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Reads members of a request body, with an explanation of what is wrong in the service's words.</summary>
internal static class JsonBody
{
    /// <summary>Parses an object, or says what is wrong with it.</summary>
    public static bool TryParse(ReadOnlyMemory<byte> body, out JsonElement root, out string? problem)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            root = document.RootElement.Clone();
            problem = root.ValueKind == JsonValueKind.Object ? null : "Payload must be object";
        }
        catch (JsonException)
        {
            root = default;
            problem = "Payload is not a valid JSON";
        }

        return problem is null;
    }

    /// <summary>Parses an array with at least one element, or says what is wrong with it.</summary>
    public static bool TryParseArray(ReadOnlyMemory<byte> body, out IReadOnlyList<JsonElement> items, out string? problem)
    {
        items = [];
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            problem = root.ValueKind == JsonValueKind.Array && root.GetArrayLength() > 0 ? null : "Payload must be an array with at least 1 element";
            items = problem is null ? [.. root.Clone().EnumerateArray()] : [];
        }
        catch (JsonException)
        {
            problem = "Payload is not a valid JSON";
        }

        return problem is null;
    }

    /// <summary>Reads an optional text; null counts as absent.</summary>
    public static bool TryReadText(JsonElement root, string name, out string? value, out string? problem)
    {
        (value, problem) = (null, null);
        if (!root.TryGetProperty(name, out var member) || member.ValueKind == JsonValueKind.Null)
        {
            return true;
        }

        if (member.ValueKind == JsonValueKind.String && TryDecode(member, out value))
        {
            return true;
        }

        problem = $"Property .{name} must be string";
        return false;
    }

    /// <summary>Reads a required whole number.</summary>
    public static bool TryReadInteger(JsonElement root, string name, out long value, out string? problem)
    {
        (value, problem) = (0, null);
        if (!root.TryGetProperty(name, out var member))
        {
            problem = $"Payload should have required property '{name}'";
        }
        else if (member.ValueKind != JsonValueKind.Number || !JsonInteger.TryReadNumber(member, out value))
        {
            problem = $"Property .{name} must be integer";
        }

        return problem is null;
    }

    /// <summary>A text, or null if there is none.</summary>
    public static string? Text(JsonElement root, string name) => TryReadText(root, name, out var value, out _) ? value : null;

    /// <summary>Reads a text that is one: half a surrogate pair, or bytes that are not UTF-8, are none.</summary>
    public static bool TryDecode(JsonElement text, out string? value)
    {
        try
        {
            value = text.GetString();
            return true;
        }
        catch (InvalidOperationException)
        {
            value = null;
            return false;
        }
    }
}
