using System.ComponentModel;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties;

/// <summary>
/// Reads and writes the types of this package as the service does, whatever the options are. Each type names it in an attribute, so it
/// works in any <c>JsonSerializerContext</c> and without one; there is nothing to register.
/// </summary>
/// <typeparam name="T">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class LoyaltyJsonConverter<T> : JsonConverter<T>
    where T : ILoyaltyJson<T>
{
    /// <summary>Whether null is a value of its own: the default of an id, a date or an open enum.</summary>
    public override bool HandleNull => default(T) is not null;

    /// <inheritdoc />
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => T.ReadJson(ref reader);

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        T.WriteJson(writer, value);
    }

    /// <inheritdoc />
    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        T.ReadJson(ref reader) ?? throw new JsonException("A name was expected.");

    /// <inheritdoc />
    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);

        // Only ids, dates and open enums can be names. Their strings are what the service writes.
        if (default(T) is null)
        {
            base.WriteAsPropertyName(writer, value, options);
        }
        else
        {
            writer.WritePropertyName(value.ToString() ?? string.Empty);
        }
    }
}
