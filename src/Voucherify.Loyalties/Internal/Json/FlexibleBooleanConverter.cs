using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads a boolean, also one that is sent as text: the vendor's document types one <c>active</c> that way.</summary>
internal sealed class FlexibleBooleanConverter : JsonConverter<bool>
{
    public override bool Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String
            ? bool.TryParse(reader.GetString(), out var value) ? value : throw new JsonException("Expected true or false.")
            : reader.GetBoolean();

    public override void Write(Utf8JsonWriter writer, bool value, JsonSerializerOptions options) =>
        writer.WriteBooleanValue(value);
}
