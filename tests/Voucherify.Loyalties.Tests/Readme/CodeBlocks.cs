using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.Tests.Readme;

/// <summary>The C# of a page of documentation.</summary>
internal static partial class CodeBlocks
{
    public static IReadOnlyList<string> Of(string markdown) =>
        [.. CodeBlock().Matches(markdown).Select(static match => match.Groups[1].Value.TrimEnd())];

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
