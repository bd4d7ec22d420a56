using System.Diagnostics;

namespace Voucherify.Loyalties.PackageTests.Support;

/// <summary>Runs the .NET command line as a user would in that folder.</summary>
internal static class Dotnet
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    /// <summary>Returns the output of the command. Fails the test with it if the command failed.</summary>
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
        using var timeout = new CancellationTokenSource(Limit);
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(timeout.Token);
            var errors = process.StandardError.ReadToEndAsync(timeout.Token);
            await process.WaitForExitAsync(timeout.Token);
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
        // Servers that outlive the command would keep its output open, and the test would wait.
        inherited["MSBUILDDISABLENODEREUSE"] = "1";
        inherited["UseSharedCompilation"] = "false";
        inherited["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        inherited["DOTNET_NOLOGO"] = "1";
        // The SDK variables that dotnet test sets for its own processes are not for another command.
        inherited.Remove("MSBuildSDKsPath");
        inherited.Remove("MSBUILD_EXE_PATH");
        foreach (var (name, value) in own)
        {
            inherited[name] = value;
        }
    }
}
