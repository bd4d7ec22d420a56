using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads and writes a place that holds either a text or an object.</summary>
internal sealed class TextOrConverter<T> : JsonConverter<TextOr<T>>
    where T : class
{
    public override TextOr<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var json = JsonElement.ParseValue(ref reader);
        return json.ValueKind switch
        {
            JsonValueKind.String => new(json.GetString()!),
            JsonValueKind.Object => new(json.Deserialize(TypeInfo(options))!),
            _ => TextOr<T>.FromRaw(json),
        };
    }

    public override void Write(Utf8JsonWriter writer, TextOr<T> value, JsonSerializerOptions options)
    {
        if (value.Text is { } text)
        {
            writer.WriteStringValue(text);
        }
        else if (value.Value is { } item)
        {
            JsonSerializer.Serialize(writer, item, TypeInfo(options));
        }
        else if (value.Raw is { } raw)
        {
            raw.WriteTo(writer);
        }
        else
        {
            writer.WriteNullValue();
        }
    }

    private static JsonTypeInfo<T> TypeInfo(JsonSerializerOptions options) => (JsonTypeInfo<T>)options.GetTypeInfo(typeof(T));
}
