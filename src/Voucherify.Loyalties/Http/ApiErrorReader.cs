using System.Text.Json;
using Voucherify.Loyalties.Serialization;

namespace Voucherify.Loyalties.Http;

/// <summary>
/// Reads an error body and never fails: the service sends several shapes, and gateways in front of it send HTML. Besides the documented
/// object there is <c>{"statusCode":413,"error":"...","message":"..."}</c>, an object without a key, and no body at all.
/// </summary>
internal static class ApiErrorReader
{
    /// <summary>Reads the body; returns null if it is not a JSON object.</summary>
    public static ApiError? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object ? Read(document.RootElement) : null;
        }
        catch (Exception error) when (JsonErrors.IsMalformed(error))
        {
            return null;
        }
    }

    /// <summary>
    /// Whether a body is an error although its status says success: it has the number of an error's status, or a key that only errors have.
    /// A card also has a <c>code</c>, but as a string.
    /// </summary>
    /// <exception cref="JsonException">The body is not JSON.</exception>
    public static bool IsError(ReadOnlySpan<byte> body)
    {
        // Nearly every response has none of these names.
        if (body.IndexOf("\"code\""u8) < 0 && body.IndexOf("\"statusCode\""u8) < 0 && body.IndexOf("\"key\""u8) < 0)
        {
            return false;
        }

        var reader = new Utf8JsonReader(body);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            return false;
        }

        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var isStatus = IsNamed(ref reader, "code"u8) || IsNamed(ref reader, "statusCode"u8);
            var isKey = IsNamed(ref reader, "key"u8);
            reader.Read();
            if ((isStatus && IsErrorStatus(ref reader)) || (isKey && IsErrorKey(ref reader)))
            {
                return true;
            }

            reader.Skip();
        }

        return false;
    }

    // None of these names is ever escaped, and an escaped one may have half a surrogate pair.
    private static bool IsNamed(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        !reader.ValueIsEscaped && reader.ValueTextEquals(name);

    private static bool IsErrorStatus(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var status) && status is >= 400 and < 600;

    private static bool IsErrorKey(ref Utf8JsonReader reader) =>
        reader is { TokenType: JsonTokenType.String, ValueIsEscaped: false } && LoyaltyErrorKeys.IsDocumented(reader.GetString());

    private static ApiError Read(JsonElement root)
    {
        var custom = ReadError(root);
        return new ApiError
        {
            Code = Number(root, "code") ?? Number(root, "statusCode"),
            Key = Text(root, "key"),
            Message = Text(root, "message") ?? custom?.Text,
            Details = Text(root, "details"),
            RequestId = Text(root, "request_id") ?? string.Empty,
            ResourceId = Text(root, "resource_id") ?? string.Empty,
            ResourceType = Text(root, "resource_type"),
            Error = custom,
        };
    }

    private static StringOr<ApiErrorReason>? ReadError(JsonElement root)
    {
        // A missing member has the kind "undefined".
        _ = root.TryGetProperty("error", out var error);
        return error.ValueKind switch
        {
            JsonValueKind.Object => new ApiErrorReason { Message = Text(error, "message") },
            JsonValueKind.String => TolerantReading.Text(error)!,
            _ => null,
        };
    }

    private static string? Text(JsonElement parent, string name)
    {
        _ = parent.TryGetProperty(name, out var value);
        return value.ValueKind switch
        {
            JsonValueKind.String => TolerantReading.Text(value),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => value.GetRawText(),
        };
    }

    private static int? Number(JsonElement parent, string name)
    {
        _ = parent.TryGetProperty(name, out var value);
        return TolerantReading.Int64(value) is >= int.MinValue and <= int.MaxValue and var number ? (int)number : null;
    }
}
