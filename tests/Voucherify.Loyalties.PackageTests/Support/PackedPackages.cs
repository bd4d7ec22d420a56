using System.Reflection;
using Voucherify.Loyalties.PackageTests.Support;

[assembly: AssemblyFixture(typeof(PackedPackages))]

namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>
/// The packages, packed once for all tests. <c>VOUCHERIFY_PACKAGES</c> names a folder with existing packages, such as those that are about
/// to be published.
/// </summary>
public sealed class PackedPackages : IAsyncLifetime
{
    private DirectoryInfo? _own;

    internal string Folder { get; private set; } = "";

    internal Package Sdk { get; private set; } = null!;

    internal Package Sandbox { get; private set; } = null!;

    internal Package Queue { get; private set; } = null!;

    internal Package SqliteQueue { get; private set; } = null!;

    internal Package PostgreSqlQueue { get; private set; } = null!;

    internal Package[] All => [Sdk, Sandbox, Queue, SqliteQueue, PostgreSqlQueue];

    internal Package SandboxTool { get; private set; } = null!;

    internal Package LoyaltiesTool { get; private set; } = null!;

    internal Package[] Tools => [SandboxTool, LoyaltiesTool];

    public async ValueTask InitializeAsync()
    {
        Folder = Environment.GetEnvironmentVariable("VOUCHERIFY_PACKAGES") is { Length: > 0 } given
            ? Path.GetFullPath(given)
            : await PackAsync();
        Sdk = Package.Open(Folder, "Voucherify.Loyalties");
        Sandbox = Package.Open(Folder, "Voucherify.Loyalties.Sandbox");
        Queue = Package.Open(Folder, "Voucherify.Loyalties.Queue");
        SqliteQueue = Package.Open(Folder, "Voucherify.Loyalties.Queue.Sqlite");
        PostgreSqlQueue = Package.Open(Folder, "Voucherify.Loyalties.Queue.PostgreSql");
        SandboxTool = Package.Open(Folder, "voucherify-sandbox");
        LoyaltiesTool = Package.Open(Folder, "voucherify-loyalties");
    }

    public ValueTask DisposeAsync()
    {
        _own?.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task<string> PackAsync()
    {
        _own = Directory.CreateTempSubdirectory("packages-");
        string[] projects =
        [
            "Voucherify.Loyalties", "Voucherify.Loyalties.Sandbox", "Voucherify.Loyalties.Queue", "Voucherify.Loyalties.Queue.Sqlite",
            "Voucherify.Loyalties.Queue.PostgreSql",
            "Voucherify.Loyalties.Sandbox.Tool", "Voucherify.Loyalties.Tool",
        ];
        foreach (var project in projects)
        {
            await PackAsync(_own, project);
        }

        return _own.FullName;
    }

    /// <summary>Packs a project into a folder.</summary>
    internal static async Task PackAsync(DirectoryInfo folder, string project, params string[] properties)
    {
        var configuration = typeof(PackedPackages).Assembly.GetCustomAttribute<AssemblyConfigurationAttribute>()!.Configuration;
        string[] pack = ["pack", Path.Combine("src", project), "--no-restore", "-c", configuration, "-o", folder.FullName, .. properties];
        (await Dotnet.RunAsync(Repository.Root, new Dictionary<string, string>(), pack)).ExpectSuccess();
    }
}
