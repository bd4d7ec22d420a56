using System.Diagnostics;

namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>Runs the command line of .NET as a person would in that folder.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    /// <summary>What the command printed; fails the test with it unless the command succeeded.</summary>
    public static async Task<string> RunAsync(string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Prepare(start.Environment, environment);
        using var process = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            var printed = await output;
            Assert.True(
                process.ExitCode == 0, $"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{printed}\n{await errors}");
            return printed;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    private static void Prepare(IDictionary<string, string?> inherited, IReadOnlyDictionary<string, string> own)
    {
        // Servers that outlive the command would keep its output open, and so the test waiting.
        inherited["MSBUILDDISABLENODEREUSE"] = "1";
        inherited["UseSharedCompilation"] = "false";
        inherited["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        inherited["DOTNET_NOLOGO"] = "1";
        // What dotnet test tells its own processes about its SDK is not for another command.
        inherited.Remove("MSBuildSDKsPath");
        inherited.Remove("MSBUILD_EXE_PATH");
        foreach (var (name, value) in own)
        {
            inherited[name] = value;
        }
    }
}
