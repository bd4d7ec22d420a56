using System.Globalization;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Reads integers the way a service written in JavaScript reads them.</summary>
internal static class JsonInteger
{
    /// <summary>The largest integer that JavaScript represents exactly: the service would round larger ones (assumed).</summary>
    public const long Largest = 9_007_199_254_740_991;

    /// <summary>Reads an integer from a number or from a string: the vendor's examples have both.</summary>
    public static bool TryRead(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind switch
        {
            JsonValueKind.Number => TryReadNumber(json, out value),
            JsonValueKind.String => JsonBody.TryDecode(json, out var digits) && TryParse(digits, out value),
            _ => false,
        };
    }

    /// <summary>Reads an integer from a number. 100.0 is an integer in JavaScript.</summary>
    public static bool TryReadNumber(JsonElement number, out long value)
    {
        value = 0;
        if (!number.TryGetDecimal(out var exact) || exact != decimal.Truncate(exact) || Math.Abs(exact) > Largest)
        {
            return false;
        }

        value = (long)exact;
        return true;
    }

    private static bool TryParse(string? digits, out long value) =>
        long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Largest;
}
