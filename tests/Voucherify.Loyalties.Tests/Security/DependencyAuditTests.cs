using System.Xml.Linq;

namespace Voucherify.Loyalties.Tests.Security;

/// <summary>A dependency with a known vulnerability fails the restore, for every project and at every depth.</summary>
public sealed class DependencyAuditTests
{
    private static readonly string[] Settings = ["NuGetAudit", "NuGetAuditMode", "NuGetAuditLevel"];

    public static TheoryData<string> Files =>
    [
        .. new[] { "*.props", "*.targets", "*.csproj" }
            .SelectMany(static pattern => Directory.EnumerateFiles(Repository.PathTo(), pattern, SearchOption.AllDirectories))
            .Select(static path => Path.GetRelativePath(Repository.PathTo(), path))
            .Where(static path => !path.Split(Path.DirectorySeparatorChar).Intersect(["bin", "obj", "artifacts"]).Any()),
    ];

    [Fact]
    public void The_audit_covers_all_dependencies_and_all_severities_and_fails_the_restore()
    {
        var props = XDocument.Parse(Repository.Read("Directory.Build.props"));

        Assert.Equal(["true", "all", "low"], Settings.Select(name => Assert.Single(props.Descendants(name)).Value));
        Assert.Equal("$(WarningsAsErrors);NU1901;NU1902;NU1903;NU1904", Assert.Single(props.Descendants("WarningsAsErrors")).Value);
    }

    [Theory, MemberData(nameof(Files))]
    public void No_project_disables_the_dependency_audit(string file)
    {
        var project = XDocument.Load(Repository.PathTo(file));

        Assert.Empty(project.Descendants("NuGetAuditSuppress"));
        Assert.DoesNotContain(
            project.Descendants(), element => Settings.Contains(element.Name.LocalName) && file != "Directory.Build.props");
        Assert.DoesNotContain(
            project.Descendants().Where(static element => element.Name.LocalName is "NoWarn" or "WarningsNotAsErrors"),
            static element => element.Value.Contains("NU190", StringComparison.Ordinal));
    }
}
