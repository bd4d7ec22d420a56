using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>
/// A union that may get new branches, in JSON of the user's own. A branch of tomorrow must not make a whole answer unreadable: then no member is known,
/// and the JSON is there all the same. It stands on members, not on the type.
/// </summary>
internal sealed class PreservingConverter<T> : JsonConverter<T>
    where T : class, IPreservesJson<T>, new()
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => JsonReading.KeptRaw<T>(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => JsonWriting.KeptRaw(writer, value);
}
