namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>A new console project outside the repository, with its own packages folder.</summary>
internal sealed class FreshProject : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fresh-project-");

    /// <summary>The folder where NuGet unpacks. It is empty at first, so that no older package of the same version is used.</summary>
    public string PackagesFolder => Path.Combine(_folder.FullName, "packages");

    private string ProjectFolder => Path.Combine(_folder.FullName, "app");

    /// <summary>Creates the project. It uses <paramref name="source"/> besides the sources of the machine.</summary>
    public static async Task<FreshProject> CreateAsync(string source)
    {
        var project = new FreshProject();
        Directory.CreateDirectory(project.ProjectFolder);
        await File.WriteAllTextAsync(Path.Combine(project.ProjectFolder, "nuget.config"), $"""
            <configuration>
              <packageSources>
                <add key="packed" value="{source}" />
              </packageSources>
            </configuration>
            """);
        await project.DotnetAsync("new", "console", "--no-restore");
        return project;
    }

    /// <summary>
    /// Replaces the project by one for net8.0 with these packages. Its warnings, such as of a downgrade (NU1605), are errors.
    /// </summary>
    /// <param name="references">The packages and their versions.</param>
    public Task UseNet8Async(params (string Id, string Version)[] references) =>
        File.WriteAllTextAsync(Path.Combine(ProjectFolder, "app.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net8.0</TargetFramework>
                <ImplicitUsings>enable</ImplicitUsings>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
                <!-- Only the runtime of the SDK is certain to be there. -->
                <RollForward>Major</RollForward>
                <UseAppHost>false</UseAppHost>
              </PropertyGroup>
              <ItemGroup>
                {string.Join('\n', references.Select(static one => $"<PackageReference Include=\"{one.Id}\" Version=\"{one.Version}\" />"))}
              </ItemGroup>
            </Project>
            """);

    public Task AddAsync(Package package) => DotnetAsync("add", "package", package.Id, "--version", package.Version);

    /// <summary>Returns the versions of a package that NuGet has unpacked.</summary>
    public IEnumerable<string?> VersionsOf(string lowerCaseId) =>
        Directory.GetDirectories(Path.Combine(PackagesFolder, lowerCaseId)).Select(Path.GetFileName);

    public async Task<CommandResult> RunAsync(string program)
    {
        await File.WriteAllTextAsync(Path.Combine(ProjectFolder, "Program.cs"), program);
        return await DotnetAsync("run");
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private async Task<CommandResult> DotnetAsync(params string[] arguments)
    {
        var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = PackagesFolder };
        return (await Dotnet.RunAsync(ProjectFolder, environment, arguments)).ExpectSuccess();
    }
}
