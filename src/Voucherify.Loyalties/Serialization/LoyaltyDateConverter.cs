using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Keeps the string as it was sent.</summary>
internal sealed class LoyaltyDateConverter : JsonConverter<LoyaltyDate>
{
    public override LoyaltyDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? string.Empty);

    public override void Write(Utf8JsonWriter writer, LoyaltyDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
