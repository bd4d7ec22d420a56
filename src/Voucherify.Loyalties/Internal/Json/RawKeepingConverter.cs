using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>
/// Reads a union that may get new branches. A branch of tomorrow must not make a whole answer unreadable: then no member is known,
/// and the JSON is there all the same. It stands on members, not on the type, whose own metadata it uses.
/// </summary>
internal sealed class RawKeepingConverter<T> : JsonConverter<T>
    where T : class, IKeepsRaw<T>, new()
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var raw = JsonElement.ParseValue(ref reader);
        return T.Keep(Known(raw, options), raw);
    }

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        if (value.Raw is { } raw)
        {
            raw.WriteTo(writer);
        }
        else
        {
            JsonSerializer.Serialize(writer, value, TypeInfo(options));
        }
    }

    private static T Known(JsonElement raw, JsonSerializerOptions options)
    {
        try
        {
            return raw.ValueKind == JsonValueKind.Object ? raw.Deserialize(TypeInfo(options))! : new T();
        }
        catch (Exception error) when (error is JsonException or NotSupportedException or InvalidOperationException or FormatException or OverflowException)
        {
            return new T();
        }
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
