using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.CodeGen.Commands;

/// <summary>The lines of a public API list, from what the analyzer says in a build.</summary>
internal static partial class PublicApiList
{
    private const string Header = "#nullable enable";

    public const string Empty = Header + "\n";

    /// <summary>The members that the shipped list does not have, and the ones that it has in vain.</summary>
    /// <param name="output">The output of the build, in which other projects may speak too.</param>
    /// <param name="project">The name of the project.</param>
    public static string FromBuild(string output, string project)
    {
        var own = output.Split('\n').Where(line => line.Contains($"{project}.csproj", StringComparison.Ordinal)).ToList();
        var added = own.Select(line => Missing().Match(line)).Where(match => match.Success).Select(match => match.Groups["line"].Value);
        var removed = own.Select(line => Gone().Match(line)).Where(match => match.Success).Select(match => $"*REMOVED*{match.Groups["line"].Value}");
        var lines = added.Concat(removed).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return string.Concat(lines.Prepend(Header).Select(line => line + "\n"));
    }

    [GeneratedRegex("RS0016: Symbol '(?<line>.*?)' is not part of the declared", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Missing();

    [GeneratedRegex("RS0017: Symbol '(?<line>.*?)' is part of the declared", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 10_000)]
    private static partial Regex Gone();
}
