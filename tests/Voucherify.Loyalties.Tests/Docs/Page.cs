using System.Text.RegularExpressions;
using Voucherify.Loyalties.Tests.Readme;

namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>A page of documentation, and the source files whose regions are its code blocks.</summary>
internal sealed partial class Page(string path)
{
    public static readonly Page Readme = new("README.md");

    /// <summary>The README and all pages of the folder docs and its subfolders.</summary>
    public static IReadOnlyList<Page> All { get; } =
    [
        Readme,
        .. Directory.GetFiles(Repository.PathTo("docs"), "*.md", SearchOption.AllDirectories)
            .Select(static file => new Page(System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/')))
            .OrderBy(static page => page.Path, StringComparer.Ordinal),
    ];

    public string Path { get; } = path;

    public string Text => field ??= Repository.Read(Path.Split('/'));

    /// <summary>Its code blocks in C#, without the indentation that all lines share.</summary>
    public IEnumerable<string> Code => CodeBlocks.Of(Text).Select(Unindented);

    /// <summary>The regions of its source files, in their order, written like <see cref="Code"/>.</summary>
    public IEnumerable<string> Regions => Sources
        .Where(File.Exists)
        .SelectMany(static file => SnippetRegion().Matches(File.ReadAllText(file)))
        .Select(static match => Unindented(match.Groups[1].Value));

    /// <summary>The targets of its links that lead to files of the repository.</summary>
    public IEnumerable<string> Links => Link().Matches(Text)
        .Select(static match => match.Groups[1].Value)
        .Where(static link => !link.Contains("://", StringComparison.Ordinal));

    /// <summary>The names under which a link finds its headings, and its own anchors.</summary>
    public IEnumerable<string> Anchors =>
    [
        .. Heading().Matches(Text).Select(static match => Anchor(match.Groups[1].Value)),
        .. OwnAnchor().Matches(Text).Select(static match => match.Groups[1].Value),
    ];

    // adjusting-points.md is AdjustingPointsPage.cs, in whichever test project has what its snippets need.
    private IEnumerable<string> Sources => Path == Readme.Path
        ? [Repository.PathTo("tests", "Voucherify.Loyalties.Tests", "Readme", "Snippets.cs")]
        : Projects.Select(project => Repository.PathTo("tests", project, "Docs", SourceName));

    private static IEnumerable<string> Projects => ["Voucherify.Loyalties.Tests", "Voucherify.Loyalties.ContractTests"];

    private string SourceName => string.Concat(
        System.IO.Path.GetFileNameWithoutExtension(Path)
            .Split('-')
            .Select(static word => char.ToUpperInvariant(word[0]) + word[1..])
            .Append("Page.cs"));

    public override string ToString() => Path;

    private static string Unindented(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        var indent = lines.Where(static line => line.Trim().Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd()));
    }

    private static string Anchor(string heading) =>
        NotInAnchors().Replace(heading.Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [GeneratedRegex("#region snippet\n(.*?)\n *#endregion", RegexOptions.Singleline)]
    private static partial Regex SnippetRegion();

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Link();

    [GeneratedRegex("<a (?:id|name)=\"([^\"]+)\">")]
    private static partial Regex OwnAnchor();

    [GeneratedRegex("^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();
}
