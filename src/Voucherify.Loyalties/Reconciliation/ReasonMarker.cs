using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Voucherify.Loyalties.Reconciliation;

/// <summary>
/// The marker that stands for the id of an adjustment in the reason of its transaction: <c>[#order-1001]</c>. It has only characters that
/// trimming, escaping and normalizing leave alone. It stands at the end, where a view that cuts long reasons hides it first.
/// </summary>
internal static class ReasonMarker
{
    /// <summary>What every marker begins with.</summary>
    public const string Start = "[#";

    /// <summary>The longest id that the marker shows as it is. A longer one is hashed.</summary>
    private const int LongestPlain = 64;

    private const int HashLength = 26;
    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";

    private static readonly SearchValues<char> Plain =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.:");

    private static readonly SearchValues<char> Hashed = SearchValues.Create(Alphabet);

    /// <summary>Returns the marker of an id.</summary>
    /// <param name="sourceId">The id.</param>
    /// <param name="content">Whether the marker shows the id.</param>
    public static string Of(string sourceId, MarkerContent content) =>
        content == MarkerContent.SourceId && IsPlain(sourceId) ? $"{Start}{sourceId}]" : $"{Start}~{Hash(sourceId)}]";

    /// <summary>Returns a reason that ends with a marker.</summary>
    public static string Append(string? reason, string marker) => string.IsNullOrEmpty(reason) ? marker : $"{reason} {marker}";

    /// <summary>Returns the marker at the end of a reason; null if it does not end with a well-formed one.</summary>
    public static string? Find(string? reason)
    {
        var text = reason.AsSpan().Trim();
        if (text is not [.., ']'])
        {
            return null;
        }

        var start = text.LastIndexOf(Start);
        if (start < 0)
        {
            return null;
        }

        var key = text[(start + Start.Length)..^1];
        return key is ['~', .. var hash] ? (hash.Length == HashLength && !hash.ContainsAnyExcept(Hashed) ? text[start..].ToString() : null)
            : IsPlain(key) ? text[start..].ToString()
            : null;
    }

    private static bool IsPlain(ReadOnlySpan<char> key) =>
        key is [var first, ..] && key.Length <= LongestPlain && char.IsAsciiLetterOrDigit(first) && !key.ContainsAnyExcept(Plain);

    // 130 bits: with a million adjustments of a card, two ids have one hash with a probability below 10^-27.
    private static string Hash(string sourceId)
    {
        Span<byte> bytes = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(sourceId), bytes);
        Span<char> hash = stackalloc char[HashLength];
        var (bits, count, next) = (0, 0, 0);
        for (var i = 0; i < hash.Length; i++)
        {
            if (count < 5)
            {
                bits = (bits << 8) | bytes[next++];
                count += 8;
            }

            count -= 5;
            hash[i] = Alphabet[(bits >> count) & 31];
            bits &= (1 << count) - 1;
        }

        return new string(hash);
    }
}
