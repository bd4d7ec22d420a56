using System.Collections;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties;

/// <summary>Custom attributes: names with values.</summary>
/// <remarks>
/// <para>Fill it in an initializer: <c>new() { ["shop"] = "Berlin", ["visits"] = 3, ["tags"] = ["vip", "early"] }</c>.</para>
/// <para>The interfaces of a dictionary show plain .NET objects, so that serializers other than System.Text.Json can write and read it.
/// </para>
/// </remarks>
[JsonConverter(typeof(LoyaltyJsonConverter<LoyaltyMetadata>))]
[DebuggerDisplay("{ToString(),nq}")]
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "The service calls it metadata.")]
public sealed class LoyaltyMetadata : IDictionary<string, object?>, IReadOnlyDictionary<string, object?>, ILoyaltyJson<LoyaltyMetadata>
{
    // Most objects of the service have none, so they share this one.
    private static readonly Dictionary<string, LoyaltyMetadataValue> None = new(StringComparer.Ordinal);

    private Dictionary<string, LoyaltyMetadataValue> _values = None;

    /// <summary>Creates a set without attributes.</summary>
    public LoyaltyMetadata()
    {
    }

    /// <summary>Creates a set with these attributes.</summary>
    /// <param name="values">The names and the values.</param>
    public LoyaltyMetadata(IEnumerable<KeyValuePair<string, LoyaltyMetadataValue>> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        foreach (var (name, value) in values)
        {
            Own[name] = value;
        }
    }

    /// <summary>The number of attributes.</summary>
    public int Count => _values.Count;

    /// <summary>The names of the attributes.</summary>
    public IReadOnlyCollection<string> Keys => _values.Keys;

    ICollection<string> IDictionary<string, object?>.Keys => _values.Keys;

    ICollection<object?> IDictionary<string, object?>.Values => Objects;

    IEnumerable<string> IReadOnlyDictionary<string, object?>.Keys => _values.Keys;

    IEnumerable<object?> IReadOnlyDictionary<string, object?>.Values => Objects;

    bool ICollection<KeyValuePair<string, object?>>.IsReadOnly => false;

    /// <summary>The attributes of this object alone, to change them.</summary>
    private Dictionary<string, LoyaltyMetadataValue> Own =>
        ReferenceEquals(_values, None) ? _values = new(StringComparer.Ordinal) : _values;

    private List<object?> Objects => [.. _values.Values.Select(static value => value.ToObject())];

    /// <summary>The value of an attribute.</summary>
    /// <param name="name">The name of the attribute. It is case-sensitive.</param>
    /// <exception cref="KeyNotFoundException">There is no such attribute.</exception>
    public LoyaltyMetadataValue this[string name]
    {
        get => _values[name];
        set => Own[name] = value;
    }

    object? IDictionary<string, object?>.this[string key]
    {
        get => _values[key].ToObject();
        set => Own[key] = MetadataJson.OfObject(value);
    }

    object? IReadOnlyDictionary<string, object?>.this[string key] => _values[key].ToObject();

    /// <summary>Whether there is an attribute with this name.</summary>
    /// <param name="name">The name of the attribute.</param>
    public bool ContainsKey(string name) => _values.ContainsKey(name);

    /// <summary>Gets the value of an attribute.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="value">The value; null if there is no such attribute.</param>
    public bool TryGetValue(string name, out LoyaltyMetadataValue value) => _values.TryGetValue(name, out value);

    /// <summary>Adds an attribute.</summary>
    /// <param name="name">The name of the attribute.</param>
    /// <param name="value">The value.</param>
    /// <exception cref="ArgumentException">There is an attribute with this name.</exception>
    public void Add(string name, LoyaltyMetadataValue value) => Own.Add(name, value);

    /// <summary>Removes an attribute.</summary>
    /// <param name="name">The name of the attribute.</param>
    public bool Remove(string name) => _values.Remove(name);

    /// <summary>Removes all attributes.</summary>
    public void Clear() => _values.Clear();

    /// <summary>Enumerates the names and the values.</summary>
    public IEnumerator<KeyValuePair<string, LoyaltyMetadataValue>> GetEnumerator() => _values.GetEnumerator();

    /// <summary>The attributes as JSON.</summary>
    public override string ToString() => MetadataJson.Text(WriteTo);

    void IDictionary<string, object?>.Add(string key, object? value) => Own.Add(key, MetadataJson.OfObject(value));

    bool IDictionary<string, object?>.TryGetValue(string key, out object? value) => TryGetObject(key, out value);

    bool IReadOnlyDictionary<string, object?>.TryGetValue(string key, out object? value) => TryGetObject(key, out value);

    void ICollection<KeyValuePair<string, object?>>.Add(KeyValuePair<string, object?> item) =>
        Own.Add(item.Key, MetadataJson.OfObject(item.Value));

    bool ICollection<KeyValuePair<string, object?>>.Contains(KeyValuePair<string, object?> item) =>
        _values.TryGetValue(item.Key, out var value) && value == MetadataJson.OfObject(item.Value);

    void ICollection<KeyValuePair<string, object?>>.CopyTo(KeyValuePair<string, object?>[] array, int arrayIndex) =>
        EnumerateObjects().ToList().CopyTo(array, arrayIndex);

    bool ICollection<KeyValuePair<string, object?>>.Remove(KeyValuePair<string, object?> item) =>
        ((ICollection<KeyValuePair<string, object?>>)this).Contains(item) && _values.Remove(item.Key);

    IEnumerator<KeyValuePair<string, object?>> IEnumerable<KeyValuePair<string, object?>>.GetEnumerator() =>
        EnumerateObjects().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => EnumerateObjects().GetEnumerator();

    static LoyaltyMetadata? ILoyaltyJson<LoyaltyMetadata>.ReadJson(ref Utf8JsonReader reader) => Read(ref reader);

    static void ILoyaltyJson<LoyaltyMetadata>.WriteJson(Utf8JsonWriter writer, LoyaltyMetadata value) => value.WriteTo(writer);

    internal static LoyaltyMetadata? Read(ref Utf8JsonReader reader)
    {
        if (!JsonReading.Begin(ref reader))
        {
            return null;
        }

        var metadata = new LoyaltyMetadata();
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            var name = JsonReading.Text(ref reader) ?? string.Empty;
            reader.Read();
            metadata[name] = LoyaltyMetadataValue.Read(ref reader);
        }

        return metadata;
    }

    internal void WriteTo(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        foreach (var (name, value) in _values)
        {
            writer.WritePropertyName(name);
            value.WriteTo(writer);
        }

        writer.WriteEndObject();
    }

    private bool TryGetObject(string name, out object? value)
    {
        var found = _values.TryGetValue(name, out var known);
        value = known.ToObject();
        return found;
    }

    private IEnumerable<KeyValuePair<string, object?>> EnumerateObjects() =>
        _values.Select(static pair => KeyValuePair.Create(pair.Key, pair.Value.ToObject()));
}
