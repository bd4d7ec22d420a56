using System.Globalization;
using System.Text;
using Voucherify.Loyalties.Validation;

namespace Voucherify.Loyalties.Resources.V1;

/// <summary>
/// Checks a <c>source_id</c> before it is sent. The service must return it unchanged, or the write cannot be found again.
/// </summary>
internal static class SourceIdRules
{
    /// <summary>
    /// The longest id that is sent. The vendor names no limit for it; in its newer API it names 255 for the <c>reason</c> next to it. An id
    /// that the service truncates cannot be found again.
    /// </summary>
    public const int Longest = 255;

    /// <summary>Returns what is wrong with an id, or null. The client generates a missing one.</summary>
    public static string? Complaint(string? sourceId) => sourceId switch
    {
        null => null,
        _ when string.IsNullOrWhiteSpace(sourceId) => EmptySourceId.Complaint,
        { Length: > Longest } =>
            $"SourceId has {sourceId.Length} characters, but at most {Longest} are allowed:"
            + " the service may truncate a longer one, and then the write cannot be found again.",
        _ when char.IsWhiteSpace(sourceId[0]) || char.IsWhiteSpace(sourceId[^1]) =>
            "SourceId begins or ends with white space: the service may trim it, and then the write cannot be found again.",
        _ when HasControlCharacter(sourceId) =>
            "SourceId has a control character, such as a line break:"
            + " the service may not return it unchanged, and then the write cannot be found again.",
        _ when Validate.HasLoneSurrogate(sourceId) => "SourceId has half of a surrogate pair: it cannot be sent as it is.",
        _ when HasCombiningMark(sourceId) =>
            "SourceId has a combining mark, such as an accent that is a character of its own:"
            + " the service may return it in another form of Unicode, and then the write cannot be found again.",
        _ => null,
    };

    // Loops, because LINQ would allocate for each adjustment.
    private static bool HasControlCharacter(string id)
    {
        foreach (var character in id)
        {
            if (char.IsControl(character))
            {
                return true;
            }
        }

        return false;
    }

    private static bool HasCombiningMark(string id)
    {
        foreach (var rune in id.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark)
            {
                return true;
            }
        }

        return false;
    }
}
