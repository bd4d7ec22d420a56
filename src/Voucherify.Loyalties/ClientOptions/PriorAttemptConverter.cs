using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Voucherify.Loyalties;

/// <summary>
/// Reads and writes a <see cref="PriorAttempt"/> with any serializer options, also generated ones. What it cannot read is an error, and
/// what is missing means "may have been sent".
/// </summary>
public sealed class PriorAttemptConverter : JsonConverter<PriorAttempt>
{
    private const string MaybeSent = "maybeSent";
    private const string SinceLastSend = "sinceLastSend";
    private const string SinceFirstSend = "sinceFirstSend";
    private const string WindowLeft = "windowLeft";

    /// <inheritdoc />
    public override PriorAttempt Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw new JsonException("A prior attempt is a JSON object.");
        }

        if (Time(root, SinceLastSend) is { } last)
        {
            return Sent(() => PriorAttempt.ElapsedSinceSend(last, Time(root, SinceFirstSend)));
        }

        if (Time(root, WindowLeft) is { } left)
        {
            return Sent(() => PriorAttempt.MayBeAppliedFor(left, Time(root, SinceFirstSend)));
        }

        return Member(root, MaybeSent) is { ValueKind: JsonValueKind.False } ? PriorAttempt.None : PriorAttempt.Unknown;
    }

    /// <inheritdoc />
    public override void Write(Utf8JsonWriter writer, PriorAttempt value, JsonSerializerOptions options)
    {
        ArgumentNullException.ThrowIfNull(writer);
        writer.WriteStartObject();
        writer.WriteBoolean(MaybeSent, value.MaybeSent);
        Write(writer, SinceLastSend, value.SinceLastSend);
        Write(writer, SinceFirstSend, value.SinceFirstSend);
        Write(writer, WindowLeft, value.WindowLeft);
        writer.WriteEndObject();
    }

    private static PriorAttempt Sent(Func<PriorAttempt> create)
    {
        try
        {
            return create();
        }
        catch (ArgumentOutOfRangeException error)
        {
            throw new JsonException("The times of a prior attempt contradict each other.", error);
        }
    }

    private static TimeSpan? Time(JsonElement root, string name) => Member(root, name) switch
    {
        { ValueKind: JsonValueKind.String } value
            when TimeSpan.TryParseExact(value.GetString(), "c", CultureInfo.InvariantCulture, out var time) => time,
        { ValueKind: JsonValueKind.Null or JsonValueKind.Undefined } => null,
        _ => throw new JsonException($"'{name}' is not a time span."),
    };

    private static JsonElement Member(JsonElement root, string name)
    {
        foreach (var member in root.EnumerateObject())
        {
            if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return member.Value;
            }
        }

        return default;
    }

    private static void Write(Utf8JsonWriter writer, string name, TimeSpan? time)
    {
        if (time is { } value)
        {
            writer.WriteString(name, value.ToString("c", CultureInfo.InvariantCulture));
        }
    }
}
