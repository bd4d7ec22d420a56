using System.Text.Json;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Recognizes the exceptions of JSON readers.</summary>
internal static class JsonErrors
{
    /// <summary>
    /// Returns whether the exception means that the JSON cannot be read: a value of another kind, a number that does not fit, half a
    /// surrogate pair.
    /// </summary>
    public static bool IsMalformed(Exception error) =>
        error is JsonException or NotSupportedException or InvalidOperationException or FormatException or OverflowException;
}
