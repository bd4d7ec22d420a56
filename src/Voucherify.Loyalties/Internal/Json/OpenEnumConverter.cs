using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads and writes an open enum as its text, also as the name of a member.</summary>
internal sealed class OpenEnumConverter<TEnum> : JsonConverter<TEnum>
    where TEnum : struct, IOpenEnum<TEnum>
{
    public override TEnum Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TryReadKnown(ref reader, out var known) ? known : TEnum.Create(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);

    public override TEnum ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        Read(ref reader, typeToConvert, options);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, TEnum value, JsonSerializerOptions options) =>
        writer.WritePropertyName(value.Value);

    // A known text is there already: a page of 100 transactions has some hundred of them.
    private static bool TryReadKnown(ref Utf8JsonReader reader, out TEnum known)
    {
        known = default;
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
        {
            return false;
        }

        foreach (var candidate in TEnum.Known)
        {
            if (reader.ValueTextEquals(candidate.Value))
            {
                known = candidate;
                return true;
            }
        }

        return false;
    }
}
