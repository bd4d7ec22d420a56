using System.Text.RegularExpressions;
using Voucherify.Loyalties.PackageTests.Support;
using Voucherify.Loyalties.Tests.Readme;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The README inside a package is its page on the package site.</summary>
public sealed partial class PackagePageTests(PackedPackages packages)
{
    [Fact]
    public void The_code_of_the_package_page_is_code_of_the_README() => Assert.All(packages.All, static package =>
    {
        var code = CodeBlocks.Of(package.Text("README.md"));

        Assert.NotEmpty(code);
        Assert.Subset(CodeBlocks.Of(Repository.Read("README.md")).ToHashSet(), code.ToHashSet());
    });

    [Fact]
    public void The_package_page_names_the_command_that_installs_the_package() => Assert.All(packages.All, static package =>
        Assert.Contains($"\ndotnet add package {package.Id} --prerelease\n", package.Text("README.md"), StringComparison.Ordinal));

    /// <summary>A relative link leads nowhere from the page of a package.</summary>
    [Fact]
    public void The_package_page_has_no_link_into_the_repository_while_the_project_has_no_address() =>
        Assert.All(packages.All, static package => Assert.DoesNotContain(
            Link().Matches(package.Text("README.md")),
            static link => !link.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal)));

    [Fact]
    public async Task The_links_of_the_package_page_lead_to_the_address_of_the_project()
    {
        const string Address = "https://example.org/loyalties";
        var folder = Directory.CreateTempSubdirectory("address-");
        try
        {
            await PackedPackages.PackAsync(folder, "Voucherify.Loyalties", $"-p:ProjectUrl={Address}");
            var package = Package.Open(folder.FullName, "Voucherify.Loyalties");
            var links = Link().Matches(package.Text("README.md")).Select(static link => link.Groups[1].Value).ToList();

            Assert.Contains($"{Address}/blob/main/docs/getting-started.md", links);
            Assert.All(links, static link => Assert.True(File.Exists(FileOf(link, $"{Address}/blob/main/")), link));
            Assert.Equal(Address, package.Manifest().Element("projectUrl")!.Value);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static string FileOf(string link, string start) =>
        link.StartsWith(start, StringComparison.Ordinal) ? Repository.PathTo(link[start.Length..].Split('#')[0].Split('/')) : "";

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();
}
