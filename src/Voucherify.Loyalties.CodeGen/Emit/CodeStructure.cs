namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Finds the brackets and strings in a line of code, so that only its outermost level is searched.</summary>
internal sealed class CodeStructure
{
    private readonly int[] _depths;

    public CodeStructure(string text)
    {
        Text = text;
        _depths = Depths(text);
    }

    public string Text { get; }

    /// <summary>The first place outside brackets and strings, or -1.</summary>
    public int IndexOf(string part, int start)
    {
        var at = Text.IndexOf(part, start, StringComparison.Ordinal);
        while (at >= 0 && _depths[at] != 0)
        {
            at = Text.IndexOf(part, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    /// <summary>The outermost brackets with the longest content.</summary>
    public (int Open, int Close)? LongestBrackets()
    {
        (int Open, int Close)? longest = null;
        for (var open = 0; open < Text.Length; open++)
        {
            if (_depths[open] != 0 || Text[open] is not ('(' or '[' or '{'))
            {
                continue;
            }

            var close = Array.FindIndex(_depths, open + 1, depth => depth == 0);
            if (close > open + 1 && (longest is not { } known || close - open > known.Close - known.Open))
            {
                longest = (open, close);
            }
        }

        return longest;
    }

    /// <summary>The parts between brackets that commas separate.</summary>
    public IReadOnlyList<string> ItemsBetween(int open, int close)
    {
        var items = new List<string>();
        var start = open + 1;
        for (var at = start; at < close; at++)
        {
            if (Text[at] == ',' && _depths[at] == 1)
            {
                items.Add(Text[start..at].Trim());
                start = at + 1;
            }
        }

        items.Add(Text[start..close].Trim());
        return items;
    }

    // A bracket itself counts to the level outside of it. Inside strings the level is higher than anywhere else.
    private static int[] Depths(string text)
    {
        const int InString = 1000;
        var depths = new int[text.Length];
        var depth = 0;
        var isString = false;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '"' && (at == 0 || text[at - 1] != '\\'))
            {
                isString = !isString;
                depths[at] = InString;
                continue;
            }

            if (!isString && IsClosing(text, at, depth))
            {
                depth--;
            }

            depths[at] = isString ? InString : depth;
            if (!isString && IsOpening(text, at))
            {
                depth++;
            }
        }

        return depths;
    }

    // An angle bracket belongs to a generic type when it follows a name.
    private static bool IsOpening(string text, int at) =>
        text[at] is '(' or '[' or '{' || (text[at] == '<' && at > 0 && char.IsLetterOrDigit(text[at - 1]));

    private static bool IsClosing(string text, int at, int depth) =>
        text[at] is ')' or ']' or '}' || (text[at] == '>' && depth > 0 && text[at - 1] is not ('=' or ' '));
}
