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

    /// <summary>A link into the repository leads nowhere from the page of a package.</summary>
    [Fact]
    public void The_package_page_has_no_link_into_the_repository() => Assert.All(packages.All, static package =>
        Assert.DoesNotContain(
            Link().Matches(package.Text("README.md")),
            static link => !link.Groups[1].Value.StartsWith("https://", StringComparison.Ordinal)));

    [GeneratedRegex(@"\]\(([^)]*)\)")]
    private static partial Regex Link();
}
