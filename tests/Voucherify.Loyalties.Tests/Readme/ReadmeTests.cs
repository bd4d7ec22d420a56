using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.Tests.Readme;

public sealed partial class ReadmeTests
{
    private static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "..", "..", ".."));

    [Fact]
    public void Every_code_block_of_the_README_is_compiled_here()
    {
        var compiled = SnippetRegion().Matches(File.ReadAllText(Path.Combine(Here(), "Snippets.cs"))).Select(static match => Unindented(match.Groups[1].Value));
        var written = CodeBlocks.Of(File.ReadAllText(Path.Combine(Root, "README.md"))).Select(Unindented);

        Assert.Equal(compiled, written);
    }

    [Fact]
    public async Task The_sandbox_example_leaves_300_points() => Assert.Equal(300, await Snippets.TestAsync());

    [Fact]
    public void The_README_gives_the_two_commands_first()
    {
        var firstShell = Regex.Match(File.ReadAllText(Path.Combine(Root, "README.md")), "```sh\n(.*?)```", RegexOptions.Singleline).Groups[1].Value;

        Assert.Equal("dotnet run --project samples/LoyaltyConsole\ndotnet test\n", firstShell);
    }

    private static string Unindented(string block)
    {
        var lines = block.TrimEnd().Split('\n');
        var indent = lines.Where(static line => line.Trim().Length > 0).Min(static line => line.Length - line.TrimStart().Length);
        return string.Join('\n', lines.Select(line => line.Length < indent ? "" : line[indent..].TrimEnd()));
    }

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;

    [GeneratedRegex("#region snippet\n(.*?)\n *#endregion", RegexOptions.Singleline)]
    private static partial Regex SnippetRegion();
}
