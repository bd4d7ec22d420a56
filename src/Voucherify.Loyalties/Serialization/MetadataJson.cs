using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Converts the values of custom attributes from and to JSON, and from the objects of other serializers.</summary>
internal static class MetadataJson
{
    // For people: "ü" and "&" as they are. Nothing of this is put into HTML.
    private static readonly JsonWriterOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static LoyaltyMetadataValue Of(JsonElement json)
    {
        if (json.ValueKind == JsonValueKind.Undefined)
        {
            return LoyaltyMetadataValue.Null;
        }

        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(json.GetRawText()));
        reader.Read();
        return LoyaltyMetadataValue.Read(ref reader);
    }

    public static JsonElement Parse(string json)
    {
        using var document = JsonDocument.Parse(json);
        return document.RootElement.Clone();
    }

    public static string Text(LoyaltyMetadataValue value) => Text(value.WriteTo);

    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Readable))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>Converts what another serializer has read.</summary>
    /// <exception cref="ArgumentException">The object is neither a simple value nor JSON.</exception>
    public static LoyaltyMetadataValue OfObject(object? value) => value switch
    {
        null => LoyaltyMetadataValue.Null,
        LoyaltyMetadataValue known => known,
        JsonElement json => Of(json),
        string text => text,
        bool boolean => boolean,
        DateTimeOffset moment => moment,
        DateTime moment => new DateTimeOffset(
            moment.Kind == DateTimeKind.Unspecified ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : moment),
        DateOnly day => day,
        double number => number,
        float number => number,
        decimal number => number,
        ulong number => (decimal)number,
        sbyte or byte or short or ushort or int or uint or long => Convert.ToInt64(value, CultureInfo.InvariantCulture),
        object?[] items => OfItems(items),
        List<object?> items => OfItems(items),
        IReadOnlyDictionary<string, object?> members => Parse(Text(OfMembers(members).WriteTo)),
        _ => OfText(value),
    };

    private static LoyaltyMetadataValue OfItems(IEnumerable<object?> items) => LoyaltyMetadataValue.FromItems([.. items.Select(OfObject)]);

    private static LoyaltyMetadata OfMembers(IEnumerable<KeyValuePair<string, object?>> members) =>
        new(members.Select(static member => KeyValuePair.Create(member.Key, OfObject(member.Value))));

    // The JObject of Newtonsoft and the JsonNode of System.Text.Json write themselves as JSON.
    private static LoyaltyMetadataValue OfText(object value)
    {
        try
        {
            return Of(Parse(value.ToString() ?? string.Empty));
        }
        catch (JsonException error)
        {
            throw new ArgumentException($"{value.GetType()} cannot be the value of a custom attribute.", nameof(value), error);
        }
    }
}
