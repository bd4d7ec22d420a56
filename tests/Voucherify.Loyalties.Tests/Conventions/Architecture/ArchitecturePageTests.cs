using System.IO.Enumeration;
using System.Text.RegularExpressions;

namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>The page about the architecture describes the files and floors that exist.</summary>
public sealed partial class ArchitecturePageTests
{
    private static string Page => field ??= File.ReadAllText(Path.Combine(MeasuredRoot.Path, "docs", "internals", "architecture.md"));

    /// <summary>The names of files in the page; an asterisk stands for any part of a name.</summary>
    private static HashSet<string> Named => field ??= [.. FileNames().Matches(Page).Select(static match => match.Value)];

    private static IReadOnlyList<string> FoldersOfCore =>
        field ??= [.. ProjectPlan.Read(MeasuredRoot.Path, MeasuredProject.Core).Floors.SelectMany(static floor => floor)];

    [Fact]
    public void Files_that_the_page_names_exist()
    {
        var existing = SourceFolder.Read(MeasuredRoot.Path, Path.Combine(MeasuredRoot.Path, "src")).Select(NameOf).ToHashSet(StringComparer.Ordinal);

        Assert.DoesNotContain(Named, name => !existing.Any(file => IsNamed(file, name)));
    }

    [Fact]
    public void The_page_names_every_hand_written_file_of_the_core()
    {
        var files = ProjectSources.Read(MeasuredRoot.Path, MeasuredProject.Core).Files.Where(static file => !file.IsGenerated).Select(NameOf);

        Assert.DoesNotContain(files, static file => !Named.Any(name => IsNamed(file, name)));
    }

    [Fact]
    public void The_diagram_has_the_floors_of_the_plan() =>
        Assert.Equal(FoldersOfCore, Nodes().Matches(Page).Select(static match => match.Groups[1].Value));

    [Fact]
    public void The_table_has_a_row_for_each_folder_in_the_order_of_the_plan() =>
        Assert.Equal(FoldersOfCore, RowsOfFolders().Matches(Page).Select(static match => match.Groups[1].Value));

    [Theory]
    [InlineData(MeasuredProject.Sandbox)]
    [InlineData(MeasuredProject.CodeGen)]
    public void The_page_has_every_folder_of_the_other_projects(string project)
    {
        var folders = ProjectPlan.Read(MeasuredRoot.Path, project).Floors.SelectMany(static floor => floor);

        Assert.All(folders, static folder => Assert.Contains(folder, Page, StringComparison.Ordinal));
    }

    private static string NameOf(SourceFile file) => Path.GetFileName(file.Path);

    private static bool IsNamed(string file, string name) => FileSystemName.MatchesSimpleExpression(name, file, ignoreCase: false);

    [GeneratedRegex(@"[\w*]+(?:\.\w+)*\.cs\b")]
    private static partial Regex FileNames();

    [GeneratedRegex("<b>(.+?)</b>")]
    private static partial Regex Nodes();

    /// <summary>Rows whose second cell names files. The tables of the other projects list floors.</summary>
    [GeneratedRegex(@"^\| `?([\w/()]+)`? \| .*\.cs`", RegexOptions.Multiline)]
    private static partial Regex RowsOfFolders();
}
