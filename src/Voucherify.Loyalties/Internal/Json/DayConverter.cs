using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Internal.Wire;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads a calendar day, also from an answer that sends a whole timestamp in its place.</summary>
internal sealed class DayConverter : JsonConverter<DateOnly>
{
    public override DateOnly Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return Instants.TryReadDay(text, out var day)
            ? day
            : throw new JsonException($"'{text}' is not an ISO 8601 date.");
    }

    public override void Write(Utf8JsonWriter writer, DateOnly value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString("O", CultureInfo.InvariantCulture));
}
