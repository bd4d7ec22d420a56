namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>The tools, installed once for the tests of a class from their packed files into a folder of their own.</summary>
public sealed class InstalledTools(PackedPackages packages) : IAsyncLifetime
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("tools-");

    internal string Sandbox => PathOf("voucherify-sandbox");

    internal string Loyalties => PathOf("voucherify-loyalties");

    public async ValueTask InitializeAsync()
    {
        foreach (var tool in packages.Tools)
        {
            // Their own folder for packages: NuGet would take a package of the same version that it has unpacked before.
            var environment = new Dictionary<string, string> { ["NUGET_PACKAGES"] = Path.Combine(_folder.FullName, "packages") };
            string[] install =
            [
                "tool", "install", tool.Id, "--version", tool.Version, "--tool-path", _folder.FullName, "--add-source", packages.Folder,
            ];
            (await Dotnet.RunAsync(_folder.FullName, environment, install)).ExpectSuccess();
        }
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private string PathOf(string command) =>
        Path.Combine(_folder.FullName, OperatingSystem.IsWindows() ? command + ".exe" : command);
}
