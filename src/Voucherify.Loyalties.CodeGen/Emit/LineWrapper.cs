namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Breaks a line of code that is too long where a person would break it.</summary>
internal static class LineWrapper
{
    public const int MaxLength = 140;

    private const string Indentation = "    ";

    /// <summary>Returns the lines, the continued ones indented.</summary>
    /// <param name="code">One line of code, without indentation.</param>
    /// <param name="width">The length that a line may have.</param>
    public static IEnumerable<string> Wrap(string code, int width)
    {
        if (code.Length <= width)
        {
            return [code];
        }

        var structure = new CodeStructure(code);
        return AtConditional(structure, width)
            ?? AtAssignment(structure, width)
            ?? AtArrow(structure, width)
            ?? AtBrackets(structure, width)
            ?? [code];
    }

    // condition
    //     ? first
    //     : second
    private static IEnumerable<string>? AtConditional(CodeStructure code, int width)
    {
        var question = code.IndexOf(" ? ", 0);
        var colon = question < 0 ? -1 : code.IndexOf(" : ", question);
        return colon < 0 ? null :
        [
            .. Wrap(code.Text[..question], width),
            .. Continue(code.Text[(question + 1)..colon], width),
            .. Continue(code.Text[(colon + 1)..], width),
        ];
    }

    // left =
    //     right
    private static IEnumerable<string>? AtAssignment(CodeStructure code, int width)
    {
        const string Equal = " = ";
        var equal = code.IndexOf(Equal, 0);
        return equal < 0 || code.Text.Length - equal > width
            ? null
            : [code.Text[..(equal + Equal.Length - 1)], .. Continue(code.Text[(equal + Equal.Length)..], width)];
    }

    // left =>
    //     right
    private static IEnumerable<string>? AtArrow(CodeStructure code, int width)
    {
        const string Arrow = " => ";
        var arrow = code.IndexOf(Arrow, 0);
        return arrow < 0
            ? null
            : [.. Wrap(code.Text[..(arrow + Arrow.Length - 1)], width), .. Continue(code.Text[(arrow + Arrow.Length)..], width)];
    }

    private static IEnumerable<string>? AtBrackets(CodeStructure code, int width)
    {
        if (code.LongestBrackets() is not var (open, close))
        {
            return null;
        }

        var (before, items, after) = (code.Text[..open], code.ItemsBetween(open, close), code.Text[(close + 1)..]);
        return code.Text[open] == '('
            ? Arguments($"{before}(", items, $"){after}", width)
            : Collection(before, items, code.Text[close] + after, width);
    }

    // Call(
    //     first,
    //     second);
    private static IEnumerable<string> Arguments(string call, IReadOnlyList<string> items, string after, int width) =>
        items.SelectMany((item, index) => Continue(index < items.Count - 1 ? $"{item}," : item + after, width)).Prepend(call);

    // left =
    // [
    //     first, second, ...
    // ];
    private static IEnumerable<string> Collection(string before, IReadOnlyList<string> items, string after, int width)
    {
        yield return before.TrimEnd();
        yield return after[0] == ']' ? "[" : "{";
        var line = string.Empty;
        foreach (var item in items)
        {
            if (line.Length > 0 && Indentation.Length + line.Length + item.Length + 2 > width)
            {
                yield return Indentation + line;
                line = string.Empty;
            }

            line += line.Length == 0 ? $"{item}," : $" {item},";
        }

        yield return Indentation + line;
        yield return after;
    }

    private static IEnumerable<string> Continue(string code, int width) =>
        Wrap(code, width - Indentation.Length).Select(line => Indentation + line);
}
