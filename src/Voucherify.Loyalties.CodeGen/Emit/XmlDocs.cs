using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Writes XML documentation from the descriptions in the documents.</summary>
internal static partial class XmlDocs
{
    private const string Prefix = "/// ";

    public static CodeWriter Summary(this CodeWriter writer, string text) => writer.Doc("summary", text);

    public static CodeWriter Param(this CodeWriter writer, string name, string text) => writer.Doc("param", text, $" name=\"{name}\"");

    /// <summary>Writes an element on one line if it fits. An empty line in the text begins a new paragraph.</summary>
    public static CodeWriter Doc(this CodeWriter writer, string element, string text, string attribute = "")
    {
        var paragraphs = Paragraphs(text);
        var line = $"{Prefix}<{element}{attribute}>{paragraphs.FirstOrDefault()}</{element}>";
        if (paragraphs.Count < 2 && line.Length <= writer.Width)
        {
            return writer.Unwrapped(line);
        }

        writer.Unwrapped($"{Prefix}<{element}{attribute}>");
        foreach (var paragraph in paragraphs)
        {
            Wrapped(writer, paragraphs.Count < 2 ? paragraph : $"<para>{paragraph}</para>");
        }

        return writer.Unwrapped($"{Prefix}</{element}>");
    }

    /// <summary>A value as a C# string literal.</summary>
    public static string Literal(string text) =>
        $"\"{text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static void Wrapped(CodeWriter writer, string text)
    {
        var line = Prefix.TrimEnd();
        foreach (var word in Words().Matches(text).Select(match => match.Value))
        {
            if (line.Length > Prefix.Length && line.Length + 1 + word.Length > writer.Width)
            {
                writer.Unwrapped(line);
                line = Prefix.TrimEnd();
            }

            line = $"{line} {word}";
        }

        writer.Unwrapped(line);
    }

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

    // A space inside of a tag or of code does not end a word.
    [GeneratedRegex("(?:<c>[^<]*</c>|<[^>]*>|[^ <])+", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Words();
}
