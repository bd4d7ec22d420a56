using System.Text.Json;
using System.Text.Json.Serialization;
using Voucherify.Loyalties.Internal.Wire;

namespace Voucherify.Loyalties.Internal.Json;

/// <summary>Reads a moment; a bare day is midnight UTC. The built-in converter would take it in the machine's zone.</summary>
internal sealed class InstantConverter : JsonConverter<DateTimeOffset>
{
    private const int LongestInPlace = 64;

    public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        // No text for each moment: a page of 100 transactions has a hundred.
        Span<char> buffer = stackalloc char[LongestInPlace];
        var isShort = reader is { TokenType: JsonTokenType.String, HasValueSequence: false, ValueSpan.Length: <= LongestInPlace };
        ReadOnlySpan<char> text = isShort ? buffer[..reader.CopyString(buffer)] : reader.GetString().AsSpan();
        return Instants.TryRead(text, out var moment)
            ? moment
            : throw new JsonException($"'{text}' is not an ISO 8601 date or time.");
    }

    public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
        writer.WriteStringValue(Instants.Write(value));
}
