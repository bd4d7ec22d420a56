using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>
/// Properties of requests that are stored and returned as they were received. Properties without one of the given names are
/// skipped (documented for updates of campaigns).
/// </summary>
/// <param name="names">The names of the properties.</param>
/// <param name="withIntegers">Those of the properties whose integers are returned as integers, even if they were strings.</param>
internal sealed class StoredProperties(IReadOnlySet<string> names, params string[] withIntegers)
{
    private readonly Dictionary<string, JsonElement> _properties = new(StringComparer.Ordinal);

    /// <summary>Stores what a request sends. What it leaves out stays as it is (documented).</summary>
    public void Merge(JsonElement root, IReadOnlySet<string>? only = null)
    {
        foreach (var property in root.EnumerateObject())
        {
            if ((only ?? names).Contains(property.Name))
            {
                Set(property.Name, property.Value);
            }
        }
    }

    public void Set(string name, JsonElement value) =>
        _properties[name] = withIntegers.Contains(name, StringComparer.Ordinal) ? IntegerRewriter.Rewrite(value) : value.Clone();

    /// <summary>Returns the property, unless it is absent or null.</summary>
    public JsonElement? Find(string name) =>
        _properties.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public JsonElement? FindObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public string? FindString(string name) =>
        Find(name) is { ValueKind: JsonValueKind.String } value && JsonBody.TryDecode(value, out var decoded) ? decoded : null;

    /// <summary>Returns the instant, or null if there is none that can be read.</summary>
    public DateTimeOffset? FindInstant(string name) =>
        FindString(name) is { } value && IsoTime.TryReadInstant(value, out var instant) ? instant : null;

    public bool IsTrue(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>Writes one property, null if it is absent.</summary>
    public void Write(Utf8JsonWriter writer, string name) => writer.WriteRaw(name, Find(name));

    /// <summary>Writes one property, an empty object if it is absent.</summary>
    public void WriteObject(Utf8JsonWriter writer, string name)
    {
        if (Find(name) is { } value)
        {
            writer.WriteRaw(name, value);
        }
        else
        {
            writer.WriteEmptyObject(name);
        }
    }

    /// <summary>Writes those of the properties that are present.</summary>
    public void WritePresent(Utf8JsonWriter writer, params ReadOnlySpan<string> present)
    {
        foreach (var name in present)
        {
            if (Find(name) is { } value)
            {
                writer.WriteRaw(name, value);
            }
        }
    }
}
