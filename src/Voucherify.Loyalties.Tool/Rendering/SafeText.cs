using Spectre.Console;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>Makes data safe for the terminal: one line without control characters, never interpreted as markup.</summary>
internal static class SafeText
{
    /// <summary>Returns a table cell.</summary>
    public static Text Cell(string? text, Style? style = null) => new(Line(text), style);

    /// <summary>Returns the text, escaped for use inside markup.</summary>
    public static string Markup(string? text) => Spectre.Console.Markup.Escape(Line(text));

    private static string Line(string? text) =>
        string.Concat((text ?? "").Select(static character => IsPlain(character) ? character : ' '));

    private static bool IsPlain(char character) => !char.IsControl(character) && character is not ('\u2028' or '\u2029');
}
