using System.IO.Compression;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>
/// The audit settings of this repository, with a source that reports a package as vulnerable. docs/security.md explains what the sources of
/// a machine may report. Each test has its own packages, caches and locks: NuGet caches advisories by the address of their source, so a test
/// on a port that an earlier run had used would read the advisories of that run.
/// </summary>
public sealed class DependencyAuditTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="Audited.Direct" Version="1.0.0" /></ItemGroup>
        </Project>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("audited.direct")]
    [InlineData("audited.indirect")]
    public async Task A_vulnerability_of_the_lowest_severity_in_a_direct_or_an_indirect_dependency_fails_the_restore(string package)
    {
        await using var source = await SourceAsync(package);

        var restore = await RestoreAsync(source);

        var error = $"error NU1901: Warning As Error: Package '{package}'";
        var found = restore.Output.Contains(error, StringComparison.OrdinalIgnoreCase);
        restore.Expect(restore.ExitCode == 1 && found, $"exit code 1 and {error}");
    }

    [Fact]
    public async Task A_vulnerability_of_a_package_that_is_not_used_does_not_fail_the_restore()
    {
        await using var source = await SourceAsync("some.other.package");

        var restore = await RestoreAsync(source);

        restore.ExpectSuccess();
        Assert.Contains(source.Requests, static request => request.RawTarget.StartsWith("/base.json", StringComparison.Ordinal));
    }

    /// <summary>Responds as a NuGet source with one advisory.</summary>
    private static async Task<LoopbackServer> SourceAsync(string package)
    {
        LoopbackServer? source = null;
        source = await LoopbackServer.StartAsync(context => LoopbackServer.RespondAsync(context, context.Request.Path.Value switch
        {
            "/index.json" => $$"""
                {"version":"3.0.0","resources":[{"@id":"{{source!.Address}}pages.json","@type":"VulnerabilityInfo/6.7.0"}]}
                """,
            "/pages.json" => $$"""[{"@name":"base","@id":"{{source!.Address}}base.json","@updated":"2026-01-01T00:00:00Z"}]""",
            _ => $$"""{"{{package}}":[{"url":"https://advisories.example/1","severity":0,"versions":"(, 999.0.0)"}]}""",
        }));
        return source;
    }

    private async Task<CommandResult> RestoreAsync(LoopbackServer source)
    {
        File.Copy(Path.Combine(Root(), "Directory.Build.props"), Path.Combine(_folder.FullName, "Directory.Build.props"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "probe.csproj"), Project);
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "nuget.config"), $"""
            <configuration>
              <packageSources><clear /><add key="packed" value="packed" /></packageSources>
              <auditSources><clear /><add key="local" value="{source.Address}index.json" allowInsecureConnections="true" /></auditSources>
            </configuration>
            """);
        await PackAsync("Audited.Direct", """<dependencies><dependency id="Audited.Indirect" version="1.0.0" /></dependencies>""");
        await PackAsync("Audited.Indirect", "");
        var environment = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages"),
            ["NUGET_HTTP_CACHE_PATH"] = Path.Combine(_folder.FullName, "http-cache"),
            ["NUGET_SCRATCH"] = Path.Combine(_folder.FullName, "scratch"),
        };
        return await Dotnet.RunAsync(_folder.FullName, environment, "restore", "--disable-build-servers", "-p:TreatWarningsAsErrors=false");
    }

    /// <summary>Writes a package without content.</summary>
    private async Task PackAsync(string id, string dependencies)
    {
        var folder = _folder.CreateSubdirectory("packed");
        await using var file = File.Create(Path.Combine(folder.FullName, $"{id}.1.0.0.nupkg"));
        using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        await using var manifest = new StreamWriter(zip.CreateEntry($"{id}.nuspec").Open());
        await manifest.WriteAsync($"""
            <package xmlns="http://schemas.microsoft.com/packaging/2013/05/nuspec.xsd">
              <metadata><id>{id}</id><version>1.0.0</version><authors>a</authors><description>d</description>{dependencies}</metadata>
            </package>
            """);
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Voucherify.Loyalties.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests run outside the repository.");
        }

        return folder.FullName;
    }
}
