using System.Buffers;
using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Compares JSON that was sent with JSON that the service has made of it, with its own members and formats.</summary>
internal static class JsonContent
{
    /// <summary>Returns the JSON of a body.</summary>
    public static JsonElement Of(IJsonBody body) => Of(body.WriteTo);

    /// <summary>Returns the JSON that is written.</summary>
    public static JsonElement Of(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
        {
            write(writer);
        }

        var reader = new Utf8JsonReader(buffer.WrittenSpan);
        return JsonElement.ParseValue(ref reader);
    }

    /// <summary>Whether an object has a member with a content. No member, null and nothing in it are the same.</summary>
    public static bool HasMember(JsonElement actual, string name, JsonElement wanted) =>
        actual.TryGetProperty(name, out var value) ? Has(value, wanted) : IsEmpty(wanted);

    /// <summary>Whether a value has all of the wanted content. It may have further members.</summary>
    public static bool Has(JsonElement actual, JsonElement wanted) => (actual.ValueKind, wanted.ValueKind) switch
    {
        (JsonValueKind.Object, JsonValueKind.Object) =>
            wanted.EnumerateObject().All(member => HasMember(actual, member.Name, member.Value)),
        (JsonValueKind.Array, JsonValueKind.Array) => actual.GetArrayLength() == wanted.GetArrayLength()
            && actual.EnumerateArray().Zip(wanted.EnumerateArray()).All(static pair => Has(pair.First, pair.Second)),
        (JsonValueKind.String, JsonValueKind.String) => IsSameText(actual, wanted),
        (JsonValueKind.Number, JsonValueKind.Number) => IsSameNumber(actual, wanted),
        (JsonValueKind.Null, _) => IsEmpty(wanted),
        _ => actual.ValueKind == wanted.ValueKind,
    };

    private static bool IsEmpty(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => true,
        JsonValueKind.Array => value.GetArrayLength() == 0,
        JsonValueKind.Object => value.EnumerateObject().All(static member => IsEmpty(member.Value)),
        _ => false,
    };

    // A time can be written with another offset or precision.
    private static bool IsSameText(JsonElement actual, JsonElement wanted) =>
        actual.ValueEquals(wanted.GetString())
        || (actual.TryGetDateTimeOffset(out var one) && wanted.TryGetDateTimeOffset(out var other) && one == other);

    private static bool IsSameNumber(JsonElement actual, JsonElement wanted) =>
        actual.TryGetDecimal(out var one) && wanted.TryGetDecimal(out var other)
            ? one == other
            : actual.GetRawText() == wanted.GetRawText();
}
