using System.Text.Json;
using System.Text.Unicode;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Recognizes the exceptions of JSON readers, and the reasons why a document is none that they can read.</summary>
internal static class JsonErrors
{
    /// <summary>How deep the parts of a document may be inside each other: the default of .NET's reader.</summary>
    private const int MaxDepth = 64;

    /// <summary>
    /// Returns whether the exception means that the JSON cannot be read: a value of another kind, a number that does not fit, bytes that
    /// are not UTF-8.
    /// </summary>
    public static bool IsMalformed(Exception error) =>
        error is JsonException or NotSupportedException or InvalidOperationException or FormatException or OverflowException;

    /// <summary>Names the reason why a whole document cannot be read, to follow its subject; null if there is no special one.</summary>
    public static string? ReasonOf(ReadOnlySpan<byte> json) =>
        !IsUtf8(json) ? "is not UTF-8"
        : IsTooDeep(json) ? $"is nested deeper than {MaxDepth} levels"
        : null;

    /// <summary>Whether the bytes are UTF-8. The zero bytes of UTF-16 and UTF-32 pass for UTF-8, but JSON has none.</summary>
    public static bool IsUtf8(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && !json.Contains((byte)0);

    private static bool IsTooDeep(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, new JsonReaderOptions { MaxDepth = int.MaxValue });
        try
        {
            while (reader.Read())
            {
                if (reader.CurrentDepth >= MaxDepth && reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
                {
                    return true;
                }
            }
        }
        catch (JsonException)
        {
            // It ends or breaks before it is too deep.
        }

        return false;
    }
}
