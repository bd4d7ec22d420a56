using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>Reads members of JSON whose shape is not guaranteed: a member that is missing, null or of another kind is null.</summary>
internal static class WebhookJson
{
    public static JsonElement? Member(JsonElement? json, string name) => Tolerant<JsonElement?>(() =>
        json is { ValueKind: JsonValueKind.Object } parent
            && parent.TryGetProperty(name, out var member)
            && member.ValueKind != JsonValueKind.Null
            ? member
            : null);

    public static string? Text(JsonElement? json, string name) => Tolerant(() =>
        Member(json, name) is { ValueKind: JsonValueKind.String or JsonValueKind.Number } text ? TolerantReading.Text(text) : null);

    public static DateTimeOffset? Instant(JsonElement? json, string name) =>
        Text(json, name) is { } text && Instants.TryRead(text, out var moment) ? moment : null;

    // A string may be invalid UTF-8, which shows only when it is read.
    private static T? Tolerant<T>(Func<T?> read)
    {
        try
        {
            return read();
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            return default;
        }
    }
}
