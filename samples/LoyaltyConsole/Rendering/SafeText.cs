using Spectre.Console;

namespace LoyaltyConsole.Rendering;

/// <summary>Data for the terminal: on one line, without control characters, and never taken for markup.</summary>
internal static class SafeText
{
    /// <summary>A table cell.</summary>
    public static Text Cell(string? text, Style? style = null) => new(Line(text), style);

    /// <summary>A part of a markup text.</summary>
    public static string Markup(string? text) => Spectre.Console.Markup.Escape(Line(text));

    private static string Line(string? text) =>
        string.Concat((text ?? "").Select(static character => IsPlain(character) ? character : ' '));

    private static bool IsPlain(char character) => !char.IsControl(character) && character is not ('\u2028' or '\u2029');
}
