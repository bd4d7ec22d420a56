using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.V2;

/// <summary>A value of a condition: a string, a whole number, a Boolean, or a reference to an object.</summary>
public readonly struct RuleValue
{
    private readonly LoyaltyMetadataValue _value;

    private RuleValue(LoyaltyMetadataValue value) => _value = value;

    /// <summary>Converts a string.</summary>
    /// <param name="value">The string.</param>
    public static implicit operator RuleValue(string? value) => new(value);

    /// <summary>Converts a whole number.</summary>
    /// <param name="value">The number.</param>
    public static implicit operator RuleValue(long value) => new(value);

    /// <summary>Converts a Boolean.</summary>
    /// <param name="value">The Boolean.</param>
    public static implicit operator RuleValue(bool value) => new(value);

    /// <summary>Refers to an object, such as a segment: <c>RuleValue.Reference("seg_1", "segment")</c>.</summary>
    /// <param name="id">The id of the object.</param>
    /// <param name="type">The type of the object, such as <c>segment</c>, <c>product</c> or <c>sku</c>.</param>
    /// <exception cref="ArgumentException">The id or the type is empty.</exception>
    public static RuleValue Reference(string id, string type)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentException.ThrowIfNullOrWhiteSpace(type);
        return new(JsonContent.Of(writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("id", id);
            writer.WriteString("object", type);
            writer.WriteEndObject();
        }));
    }

    /// <summary>The value as a string.</summary>
    public override string ToString() => _value.ToString();

    internal bool IsNull => _value.IsNull;

    internal void WriteTo(Utf8JsonWriter writer) => _value.WriteTo(writer);
}
