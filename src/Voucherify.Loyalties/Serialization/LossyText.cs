using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Voucherify.Loyalties.Serialization;

/// <summary>Reads a string that .NET's reader refuses because it has half a surrogate pair: the half becomes U+FFFD.</summary>
internal static class LossyText
{
    /// <summary>Returns the string at the position of the reader; null if it is not UTF-8.</summary>
    public static string? Read(ref Utf8JsonReader reader)
    {
        var bytes = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        return Utf8.IsValid(bytes) ? Unescape(Encoding.UTF8.GetString(bytes)) : null;
    }

    private static string Unescape(string json)
    {
        var text = new StringBuilder(json.Length);
        for (var i = 0; i < json.Length; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
                continue;
            }

            i++;
            if (json[i] == 'u')
            {
                text.Append((char)ushort.Parse(json.AsSpan(i + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(Escaped(json[i]));
            }
        }

        // The encoder replaces what is no character.
        return Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static char Escaped(char symbol) => symbol switch
    {
        'b' => '\b',
        'f' => '\f',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        _ => symbol,
    };
}
