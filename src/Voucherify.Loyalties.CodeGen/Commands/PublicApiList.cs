using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>Makes a list of the public API from the analyzer's messages in a build.</summary>
internal static partial class PublicApiList
{
    private const string Header = "#nullable enable";

    public const string Empty = Header + "\n";

    /// <summary>Lists the members that the shipped list does not have, and marks those of the shipped list that are gone.</summary>
    /// <param name="output">The output of the build, which may include messages about other projects.</param>
    /// <param name="project">The name of the project.</param>
    public static string FromBuild(string output, string project)
    {
        var own = output.Split('\n').Where(line => line.Contains($"{project}.csproj", StringComparison.Ordinal)).ToList();
        var added = Symbols(own, Missing());
        var removed = Symbols(own, Gone()).Select(symbol => $"*REMOVED*{symbol}");
        var lines = added.Concat(removed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Concat(lines.Prepend(Header).Select(line => line + "\n"));
    }

    private static IEnumerable<string> Symbols(IEnumerable<string> lines, Regex message) =>
        lines.Select(line => message.Match(line)).Where(match => match.Success).Select(match => match.Groups["symbol"].Value);

    [GeneratedRegex(
        "RS0016: Symbol '(?<symbol>.*?)' is not part of the declared",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Missing();

    [GeneratedRegex(
        "RS0017: Symbol '(?<symbol>.*?)' is part of the declared",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Gone();
}
