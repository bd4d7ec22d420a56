using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Members of requests that are kept and given back as they came. Those that are not named are skipped (D for updates of campaigns).</summary>
internal sealed class StoredProperties(IReadOnlySet<string> names)
{
    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    /// <summary>Takes over what a request sends; what it leaves out stays (D).</summary>
    public StoredProperties Merge(JsonElement root, IReadOnlySet<string>? only = null)
    {
        foreach (var member in root.EnumerateObject())
        {
            if ((only ?? names).Contains(member.Name))
            {
                _members[member.Name] = member.Value.Clone();
            }
        }

        return this;
    }

    public void Set(string name, JsonElement value) => _members[name] = value.Clone();

    /// <summary>The member, unless it is absent or null.</summary>
    public JsonElement? Find(string name) =>
        _members.TryGetValue(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;

    public JsonElement? FindObject(string name) => Find(name) is { ValueKind: JsonValueKind.Object } value ? value : null;

    public string? FindText(string name) => Find(name) is { ValueKind: JsonValueKind.String } value && JsonBody.TryDecode(value, out var text) ? text : null;

    public bool IsTrue(string name) => Find(name) is { ValueKind: JsonValueKind.True };

    /// <summary>An instant, or null if there is none that can be read.</summary>
    public DateTimeOffset? FindInstant(string name) =>
        FindText(name) is { } text && IsoTime.TryReadInstant(text, out var instant) ? instant : null;

    /// <summary>Writes one member, null if it is absent.</summary>
    public void Write(Utf8JsonWriter writer, string name)
    {
        writer.WritePropertyName(name);
        if (Find(name) is { } value)
        {
            value.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    /// <summary>Writes one member, an empty object if it is absent.</summary>
    public void WriteObject(Utf8JsonWriter writer, string name)
    {
        if (Find(name) is not null)
        {
            Write(writer, name);
            return;
        }

        writer.WriteStartObject(name);
        writer.WriteEndObject();
    }

    /// <summary>Writes those of the members that are there.</summary>
    public void WritePresent(Utf8JsonWriter writer, params ReadOnlySpan<string> present)
    {
        foreach (var name in present)
        {
            if (Find(name) is not null)
            {
                Write(writer, name);
            }
        }
    }
}
