using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;
using Voucherify.Loyalties.PackageTests.Support;

namespace Voucherify.Loyalties.PackageTests;

/// <summary>The contents of the packages and their manifests.</summary>
public sealed class ContentTests(PackedPackages packages)
{
    private static readonly string[] Targets = ["net10.0", "net8.0"];

    [Fact]
    public void A_package_contains_exactly_its_files() => Assert.All(packages.All, static package =>
        Assert.Equal(
            [
                "README.md", $"{package.Id}.nuspec", "icon.png",
                .. Targets.SelectMany(target => (string[])[$"lib/{target}/{package.Id}.dll", $"lib/{target}/{package.Id}.xml"]),
            ],
            package.Files()));

    [Fact]
    public void The_documentation_of_both_targets_describes_the_members() => Assert.All(packages.All, static package =>
        Assert.All(Targets, target =>
            Assert.True(XDocument.Parse(package.Text($"lib/{target}/{package.Id}.xml")).Descendants("summary").Count() > 5)));

    [Fact]
    public void The_manifest_states_what_the_package_page_shows() => Assert.All(packages.All, static package =>
    {
        var manifest = package.Manifest();
        Assert.Equal("MIT", manifest.Element("license")!.Value);
        Assert.Equal("expression", manifest.Element("license")!.Attribute("type")!.Value);
        Assert.Equal("README.md", manifest.Element("readme")!.Value);
        Assert.Equal("icon.png", manifest.Element("icon")!.Value);
        Assert.Contains("voucherify", manifest.Element("tags")!.Value, StringComparison.Ordinal);
        Assert.InRange(manifest.Element("description")!.Value.Length, 60, 300);
    });

    [Fact]
    public void The_manifest_names_the_commit_and_no_address_of_a_machine() => Assert.All(packages.All, static package =>
    {
        var repository = package.Manifest().Element("repository")!;
        Assert.Equal("git", repository.Attribute("type")!.Value);
        Assert.Equal(40, repository.Attribute("commit")!.Value.Length);
        Assert.StartsWith("https://", repository.Attribute("url")?.Value ?? "https://", StringComparison.Ordinal);
    });

    /// <summary>The User-Agent header shows the assembly's version.</summary>
    [Fact]
    public void The_assembly_has_the_numbers_of_the_package() => Assert.All(packages.All, static package =>
        Assert.All(Targets, target =>
        {
            using var assembly = new PEReader(new MemoryStream(package.Bytes($"lib/{target}/{package.Id}.dll")));

            Assert.Equal(package.Version.Split('-', '+')[0], assembly.GetMetadataReader().GetAssemblyDefinition().Version.ToString(3));
        }));

    [Fact]
    public void The_icon_is_a_small_square_PNG() => Assert.All(packages.All, static package =>
    {
        var icon = package.Bytes("icon.png");
        Assert.Equal("PNG"u8.ToArray(), icon[1..4]);
        Assert.Equal([0, 0, 0, 128, 0, 0, 0, 128], icon[16..24]);
    });

    /// <summary>The eighth, for net8.0, has the buckets of the histograms, which .NET 8 does not know.</summary>
    [Fact]
    public void The_SDK_depends_on_seven_packages_and_on_net8_on_one_more()
    {
        string[] seven =
        [
            "Microsoft.Extensions.Configuration.Abstractions",
            "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            "Microsoft.Extensions.Http",
            "Microsoft.Extensions.Logging.Abstractions",
            "Microsoft.Extensions.Options",
            "Polly.Core",
            "Refit",
        ];

        Assert.Equal(seven, Dependencies(packages.Sdk, "net10.0"));
        Assert.Equal([.. seven, "System.Diagnostics.DiagnosticSource"], Dependencies(packages.Sdk, "net8.0"));
    }

    /// <summary>Higher ones would be a downgrade (NU1605) for programs that stay on older packages.</summary>
    [Fact]
    public void The_SDK_asks_for_the_lowest_versions_on_net8() => Assert.Equal(
        ["8.0.0", "8.0.0", "8.0.0", "8.0.0", "8.0.0", "8.4.2", "16.3.0", "9.0.0"],
        Group(packages.Sdk, "net8.0").Elements().Select(static one => one.Attribute("version")!.Value));

    [Fact]
    public void The_sandbox_depends_on_the_SDK_of_its_own_version()
    {
        Assert.All(Targets, target => Assert.Equal(["Voucherify.Loyalties"], Dependencies(packages.Sandbox, target)));
        Assert.All(
            packages.Sandbox.Manifest().Descendants("dependency"),
            dependency => Assert.Equal(packages.Sdk.Version, dependency.Attribute("version")!.Value));
        Assert.Equal(packages.Sdk.Version, packages.Sandbox.Version);
    }

    [Fact]
    public void The_queue_depends_on_the_SDK_and_its_store_on_the_queue()
    {
        string[] queue =
        [
            "Microsoft.Extensions.Diagnostics.HealthChecks.Abstractions",
            "Microsoft.Extensions.Hosting.Abstractions",
            "Voucherify.Loyalties",
        ];
        Assert.All(Targets, target => Assert.Equal(queue.Order(), Dependencies(packages.Queue, target).Order()));
        Assert.All(
            Targets,
            target => Assert.Equal(
                ["Microsoft.Data.Sqlite", "Voucherify.Loyalties.Queue"], Dependencies(packages.SqliteQueue, target).Order()));
        Assert.All(
            Targets,
            target => Assert.Equal(["Npgsql", "Voucherify.Loyalties.Queue"], Dependencies(packages.PostgreSqlQueue, target).Order()));
    }

    private static IEnumerable<string> Dependencies(Package package, string target)
    {
        Assert.Equal(
            Targets,
            package.Manifest().Element("dependencies")!.Elements().Select(static group => group.Attribute("targetFramework")!.Value));
        return Group(package, target).Elements().Select(static one => one.Attribute("id")!.Value);
    }

    private static XElement Group(Package package, string target) => package.Manifest().Element("dependencies")!.Elements()
        .Single(group => group.Attribute("targetFramework")!.Value == target);
}
