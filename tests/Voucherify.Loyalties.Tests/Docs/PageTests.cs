namespace Voucherify.Loyalties.Tests.Docs;

/// <summary>What holds for every page: its code compiles, its links lead somewhere, and the README knows it.</summary>
public sealed class PageTests
{
    public static TheoryData<string> Paths => [.. Page.All.Select(static page => page.Path)];

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_code_block_is_compiled(string path)
    {
        var page = new Page(path);

        Assert.Equal(page.Regions, page.Code);
    }

    [Theory]
    [MemberData(nameof(Paths))]
    public void Every_link_leads_to_a_file_and_a_heading(string path) => Assert.All(new Page(path).Links, link =>
    {
        var (file, anchor) = link.Split('#') is [var before, var after] ? (before, after) : (link, null);
        var folder = Path.GetDirectoryName(path)!;
        var target = file.Length == 0
            ? path
            : Path.GetRelativePath(Repository.Root, Path.GetFullPath(Path.Combine(Repository.Root, folder, file))).Replace('\\', '/');

        Assert.True(
            File.Exists(Repository.PathTo(target)) || Directory.Exists(Repository.PathTo(target)),
            $"{path} links to {link}, which is not there.");
        if (anchor is not null)
        {
            Assert.Contains(anchor, new Page(target).Anchors);
        }
    });

    [Fact]
    public void Every_page_is_linked_from_the_README() =>
        Assert.All(
            Page.All.Where(static page => page.Path != Page.Readme.Path),
            static page => Assert.Contains(page.Path, Page.Readme.Links));

    [Fact]
    public void No_page_has_a_code_block_of_another() =>
        Assert.Distinct(Page.All.SelectMany(static page => page.Code));
}
