using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// Reads and writes a union that may get new branches, in the user's own JSON. A future branch must not make a whole document unreadable:
/// it has no known members, but its JSON is kept. The attribute for this converter goes on members, not on the type.
/// </summary>
internal sealed class PreservingConverter<T> : JsonConverter<T>
    where T : class, IPreservesJson<T>, new()
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        JsonReading.KeptRaw<T>(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonWriting.KeptRaw(writer, value);
}
