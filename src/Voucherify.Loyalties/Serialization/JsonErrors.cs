using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Recognizes what readers of JSON throw.</summary>
internal static class JsonErrors
{
    /// <summary>
    /// Whether the exception means that the JSON cannot be read: a value of another kind, a number that does not fit, half a surrogate pair.
    /// </summary>
    public static bool IsMalformed(Exception error) =>
        error is JsonException or NotSupportedException or InvalidOperationException or FormatException or OverflowException;
}
