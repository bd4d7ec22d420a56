using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>XML documentation from the descriptions in the document.</summary>
internal static partial class Docs
{
    public static CodeWriter Summary(this CodeWriter writer, string text) => writer.Doc("summary", text);

    /// <summary>An element on one line, or with a paragraph for each part that an empty line separates.</summary>
    public static CodeWriter Doc(this CodeWriter writer, string element, string text, string attribute = "")
    {
        var paragraphs = Paragraphs(text);
        if (paragraphs.Count < 2)
        {
            return writer.Line($"/// <{element}{attribute}>{paragraphs.FirstOrDefault()}</{element}>");
        }

        writer.Line($"/// <{element}{attribute}>");
        foreach (var paragraph in paragraphs)
        {
            writer.Line($"/// <para>{paragraph}</para>");
        }

        return writer.Line($"/// </{element}>");
    }

    public static CodeWriter Param(this CodeWriter writer, string name, string text) =>
        writer.Doc("param", text, $" name=\"{name}\"");

    /// <summary>A value as a C# string literal.</summary>
    public static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static List<string> Paragraphs(string text) => text
        .Split("\n\n", StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(paragraph => Code().Replace(Escape(paragraph.ReplaceLineEndings(" ")), match => Format(match.Groups[1].Value)))
        .ToList();

    private static string Format(string code) =>
        code is "null" or "true" or "false" ? $"<see langword=\"{code}\"/>" : $"<c>{code}</c>";

    private static string Escape(string text) => text
        .Replace("&", "&amp;", StringComparison.Ordinal)
        .Replace("<", "&lt;", StringComparison.Ordinal)
        .Replace(">", "&gt;", StringComparison.Ordinal);

    [GeneratedRegex("`([^`]+)`", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Code();
}
