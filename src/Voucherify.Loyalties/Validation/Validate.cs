using System.Runtime.CompilerServices;

namespace Voucherify.Loyalties.Validation;

/// <summary>Checks arguments before anything is sent.</summary>
internal static class Validate
{
    /// <summary>Accepts a string that stays one path segment once it is percent-encoded.</summary>
    /// <exception cref="ArgumentException">
    /// The value is null, empty, white space, <c>.</c> or <c>..</c> (also percent-encoded), or has a control character or half a surrogate
    /// pair.
    /// </exception>
    public static void PathSegment(string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        if (IsDots(value))
        {
            throw new ArgumentException($"'{value}' is not an id: as part of a path it would name another resource.", name);
        }

        // Percent-encoded they would be harmless here, but something in between may decode the path and write it into headers or logs.
        if (HasControl(value))
        {
            throw new ArgumentException("The id has a line break or another control character.", name);
        }

        if (HasLoneSurrogate(value))
        {
            throw new ArgumentException(
                "The id is not valid Unicode (it has half a surrogate pair), so it cannot be sent unchanged.",
                name);
        }
    }

    /// <summary>Accepts a list with at least one item, and copies it, so that every attempt sends what was checked.</summary>
    /// <exception cref="ArgumentException">The list is null or empty, or has an item that is null.</exception>
    public static IReadOnlyList<T> Items<T>(IReadOnlyList<T>? list, [CallerArgumentExpression(nameof(list))] string? name = null)
    {
        ArgumentNullException.ThrowIfNull(list, name);
        T[] copy = [.. list];
        return copy.Length > 0 && Array.TrueForAll(copy, static item => item is not null)
            ? copy
            : throw new ArgumentException("The list needs at least one item, and no item may be null.", name);
    }

    /// <summary>Accepts a string that can be sent as the value of a header.</summary>
    /// <exception cref="ArgumentException">
    /// The value is null, empty, white space, or has a line break, another control character, or a character that is not ASCII.
    /// </exception>
    public static void HeaderValue(string? value, [CallerArgumentExpression(nameof(value))] string? name = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(value, name);
        if (!IsHeaderText(value))
        {
            // The value may be a secret, so the message does not repeat it.
            throw new ArgumentException(
                "The value has a line break, another control character, or a character that is not ASCII,"
                + " so it cannot be sent as a header.",
                name);
        }
    }

    /// <summary>Whether a string can be sent as the value of a header: visible ASCII and spaces.</summary>
    public static bool IsHeaderText(string value) => !value.AsSpan().ContainsAnyExceptInRange(' ', '~');

    /// <summary>Whether a string can be the name of a property.</summary>
    public static bool IsName(string value) => !string.IsNullOrWhiteSpace(value) && !HasControl(value) && !HasLoneSurrogate(value);

    private static bool HasControl(ReadOnlySpan<char> value) =>
        value.ContainsAnyInRange('\u0000', '\u001f') || value.ContainsAnyInRange('\u007f', '\u009f');

    // %2E is a dot to every URI parser, so "%2e%2e" would go up a level like "..".
    private static bool IsDots(string value) => value.Length <= 6
        && value.Replace("%2e", ".", StringComparison.OrdinalIgnoreCase) is "." or "..";

    /// <summary>Whether a string has half of a surrogate pair, and so cannot be sent as it is.</summary>
    public static bool HasLoneSurrogate(string value)
    {
        for (var i = 0; i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return true;
            }
        }

        return false;
    }
}
