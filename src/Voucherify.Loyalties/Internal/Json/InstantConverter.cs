using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Internal.Wire;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads a moment; a bare day is midnight UTC. The built-in converter would take it in the machine's zone.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.GetString();
        return Instants.TryRead(text, out var moment)
            ? moment
            : throw new JsonException($"'{text}' is not an ISO 8601 date or time.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Write(value));
}
