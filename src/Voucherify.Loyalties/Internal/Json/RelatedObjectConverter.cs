using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>
/// Reads the one nested object of the answer to an adjustment by hand: for the first nested object that System.Text.Json reads itself
/// it allocates a stack of about 490 bytes, a tenth of the whole call (docs/performance.md).
/// </summary>
internal sealed class RelatedObjectConverter : JsonConverter<RelatedObject>
{
    private const string Card = "voucher";

    public override RelatedObject Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("An object was expected.");
        }

        var result = new RelatedObject();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            ReadProperty(ref reader, result);
        }

        return result;
    }

    public override void Write(Utf8JsonWriter writer, RelatedObject value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        WriteText(writer, "id"u8, value.Id);
        WriteText(writer, "type"u8, value.Type);
        writer.WriteEndObject();
    }

    private static void ReadProperty(ref Utf8JsonReader reader, RelatedObject result)
    {
        if (reader.ValueTextEquals("id"u8))
        {
            reader.Read();
            result.Id = reader.GetString();
        }
        else if (reader.ValueTextEquals("type"u8))
        {
            reader.Read();
            result.Type = reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(Card) ? Card : reader.GetString();
        }
        else
        {
            reader.Read();
            reader.Skip();
        }
    }

    private static void WriteText(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? text)
    {
        if (text is not null)
        {
            writer.WriteString(name, text);
        }
    }
}
