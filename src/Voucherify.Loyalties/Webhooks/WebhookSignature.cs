using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Voucherify.Loyalties.Webhooks;

/// <summary>
/// The signature of a webhook: HMAC-SHA256 in lower-case hexadecimal digits, with the webhook secret of the project as its key.
/// </summary>
internal static class WebhookSignature
{
    private const int DigitCount = HMACSHA256.HashSizeInBytes * 2;

    public static bool Matches(ReadOnlySpan<byte> body, string? signature, string secret)
    {
        if (signature?.Length != DigitCount)
        {
            return false;
        }

        // Characters that are not ASCII become question marks, which are not digits.
        Span<byte> given = stackalloc byte[DigitCount];
        Encoding.ASCII.GetBytes(signature, given);
        var key = Encoding.UTF8.GetBytes(secret);
        return IsOf(body, key, given) || IsOfCompact(body, key, given);
    }

    private static bool IsOfCompact(ReadOnlySpan<byte> body, byte[] key, ReadOnlySpan<byte> given)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(body.Length);
        try
        {
            var length = Compact(body, buffer);
            return length < body.Length && IsOf(buffer.AsSpan(0, length), key, given);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        }
    }

    private static bool IsOf(ReadOnlySpan<byte> message, byte[] key, ReadOnlySpan<byte> given)
    {
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        Span<byte> digits = stackalloc byte[DigitCount];
        HMACSHA256.HashData(key, message, hash);
        for (var i = 0; i < hash.Length; i++)
        {
            digits[2 * i] = Digit(hash[i] >> 4);
            digits[(2 * i) + 1] = Digit(hash[i] & 15);
        }

        return CryptographicOperations.FixedTimeEquals(digits, given);
    }

    private static byte Digit(int value) => (byte)(value < 10 ? '0' + value : 'a' + value - 10);

    /// <summary>Copies JSON without the white space outside its strings.</summary>
    /// <returns>The length of the copy in bytes.</returns>
    private static int Compact(ReadOnlySpan<byte> json, Span<byte> compact)
    {
        var length = 0;
        var inText = false;
        for (var i = 0; i < json.Length; i++)
        {
            var current = json[i];
            if (!inText && current is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
            {
                continue;
            }

            compact[length++] = current;
            if (current == '"')
            {
                inText = !inText;
            }
            else if (inText && current == '\\' && i + 1 < json.Length)
            {
                // An escaped quotation mark does not end the string.
                compact[length++] = json[++i];
            }
        }

        return length;
    }
}
