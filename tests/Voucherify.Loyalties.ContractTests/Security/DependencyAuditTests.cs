using System.Diagnostics;
using Voucherify.Loyalties.ContractTests.Support;

namespace Voucherify.Loyalties.ContractTests.Security;

/// <summary>
/// The audit settings of this repository, with a source that reports a package as vulnerable. docs/security.md explains what the sources of
/// a machine may report.
/// </summary>
public sealed class DependencyAuditTests : IDisposable
{
    private const string Project = """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup><TargetFramework>net10.0</TargetFramework></PropertyGroup>
          <ItemGroup><PackageReference Include="WireMock.Net.Minimal" Version="2.21.0" /></ItemGroup>
        </Project>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("wiremock.net.minimal")]
    [InlineData("wiremock.net.shared")]
    public async Task A_vulnerability_of_the_lowest_severity_in_a_direct_or_an_indirect_dependency_fails_the_restore(string package)
    {
        await using var source = await SourceAsync(package);

        var (exitCode, output) = await RestoreAsync(source);

        Assert.Contains($"error NU1901: Warning As Error: Package '{package}'", output, StringComparison.OrdinalIgnoreCase);
        Assert.Equal(1, exitCode);
    }

    [Fact]
    public async Task A_vulnerability_of_a_package_that_is_not_used_does_not_fail_the_restore()
    {
        await using var source = await SourceAsync("some.other.package");

        var (exitCode, output) = await RestoreAsync(source);

        Assert.True(exitCode == 0, output);
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

    private async Task<(int ExitCode, string Output)> RestoreAsync(LoopbackServer source)
    {
        File.Copy(Path.Combine(Root(), "Directory.Build.props"), Path.Combine(_folder.FullName, "Directory.Build.props"));
        await File.WriteAllTextAsync(Path.Combine(_folder.FullName, "probe.csproj"), Project);
        await File.WriteAllTextAsync(
            Path.Combine(_folder.FullName, "nuget.config"),
            $"""
            <configuration>
              <auditSources><clear /><add key="local" value="{source.Address}index.json" allowInsecureConnections="true" /></auditSources>
            </configuration>
            """);
        using var restore = Process.Start(new ProcessStartInfo("dotnet", "restore --disable-build-servers -p:TreatWarningsAsErrors=false")
        {
            WorkingDirectory = _folder.FullName,
            RedirectStandardOutput = true,
        })!;
        var output = await restore.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await restore.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (restore.ExitCode, output);
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
