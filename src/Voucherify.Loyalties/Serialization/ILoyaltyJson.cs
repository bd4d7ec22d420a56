using System.ComponentModel;
using System.Text.Json;

namespace Voucherify.Loyalties;

/// <summary>
/// A type that reads and writes itself as the service does. It is public only because <see cref="LoyaltyJsonConverter{T}"/> is: code that a
/// source generator writes for your own <c>JsonSerializerContext</c> creates that converter.
/// </summary>
/// <typeparam name="TSelf">The type.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface ILoyaltyJson<TSelf>
    where TSelf : ILoyaltyJson<TSelf>
{
    /// <summary>Reads the value at the position of the reader, and leaves the reader at the end of the value.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>The value; for a class, null if the JSON is null.</returns>
    static abstract TSelf? ReadJson(ref Utf8JsonReader reader);

    /// <summary>Writes a value.</summary>
    /// <param name="writer">The writer.</param>
    /// <param name="value">The value.</param>
    static abstract void WriteJson(Utf8JsonWriter writer, TSelf value);
}
