using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>
/// Rewrites JSON as the service returns it: an integer that was received as <c>"5"</c> or <c>5.0</c> becomes <c>5</c>.
/// </summary>
internal static class IntegerRewriter
{
    // What the vendor's schemas declare as an integer in earning rules and tiers.
    private static readonly HashSet<string> Integers = new(StringComparer.Ordinal) { "points", "every", "period_value" };

    public static JsonElement Rewrite(JsonElement value) => JsonBuffer.WriteElement(writer => Write(writer, value));

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var property in value.EnumerateObject())
                {
                    WriteProperty(writer, property);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                {
                    Write(writer, item);
                }

                writer.WriteEndArray();
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    private static void WriteProperty(Utf8JsonWriter writer, JsonProperty property)
    {
        writer.WritePropertyName(property.Name);
        if (Integers.Contains(property.Name) && JsonInteger.TryRead(property.Value, out var integer))
        {
            writer.WriteNumberValue(integer);
        }
        else
        {
            Write(writer, property.Value);
        }
    }
}
