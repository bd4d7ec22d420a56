using System.Globalization;
using System.Text.Json;

namespace Voucherify.Loyalties.Sandbox.Json;

/// <summary>Whole numbers, as JavaScript on the service's side has them.</summary>
internal static class JsonInteger
{
    /// <summary>Numbers beyond this would change silently on the service's side (A).</summary>
    public const long Largest = 9_007_199_254_740_991;

    /// <summary>Reads a whole number, also from a text: the vendor's examples have both (E).</summary>
    public static bool TryRead(JsonElement json, out long value)
    {
        value = 0;
        return json.ValueKind switch
        {
            JsonValueKind.Number => TryReadNumber(json, out value),
            JsonValueKind.String => JsonBody.TryDecode(json, out var text) && long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value) && Math.Abs(value) <= Largest,
            _ => false,
        };
    }

    // 100.0 is a whole number in JavaScript.
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
}
