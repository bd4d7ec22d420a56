using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Lets <see cref="JsonSerializer"/> use the code that was generated for a model.</summary>
internal sealed class ModelConverter<T>(ReadJson<T> read, WriteJson<T> write) : JsonConverter<T>
    where T : class
{
    public override T? Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => read(ref reader);

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => write(writer, value);
}
