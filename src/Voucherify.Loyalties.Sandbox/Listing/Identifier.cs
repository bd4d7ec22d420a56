using System.Buffers;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The form of the ids of the v2 API: a prefix and lower-case hexadecimal digits (documented).</summary>
internal static class Identifier
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    public static bool Matches(string value, string prefix) =>
        value.Length > prefix.Length
        && value.StartsWith(prefix, StringComparison.Ordinal)
        && value.AsSpan(prefix.Length).IndexOfAnyExcept(Digits) < 0;
}
