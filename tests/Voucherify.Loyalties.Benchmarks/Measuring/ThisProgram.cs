using System.Diagnostics;
using System.Text.Json;

namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>Starts this program again, for work that needs a separate process.</summary>
internal static class ThisProgram
{
    /// <summary>
    /// Compiles each method once, with all optimizations. The bytes of a call depend on how far its methods are optimized. With these
    /// settings they are the same in the first call and the last, and in each run.
    /// </summary>
    public static IReadOnlyDictionary<string, string> OptimizedAtOnce { get; } = new Dictionary<string, string>
    {
        ["DOTNET_TieredCompilation"] = "0",
        ["DOTNET_ReadyToRun"] = "0",
    };

    /// <summary>
    /// Turns profile-guided optimization off. Programs in production use it, but it makes processes of one build differ by some percent,
    /// which would hide a difference between two builds.
    /// </summary>
    public static IReadOnlyDictionary<string, string> OptimizedAlike { get; } = new Dictionary<string, string> { ["DOTNET_TieredPGO"] = "0" };

    /// <summary>The assembly of this build.</summary>
    public static string Path => typeof(ThisProgram).Assembly.Location;

    /// <summary>Starts a build of this program.</summary>
    /// <param name="path">The assembly of the build.</param>
    /// <param name="arguments">The arguments of the program.</param>
    /// <param name="environment">More environment variables.</param>
    public static Process Start(string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", path, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }

    /// <summary>Runs a build of this program to its end, and reads the JSON that it prints.</summary>
    public static T Ask<T>(string path, IEnumerable<string> arguments, IReadOnlyDictionary<string, string>? environment = null)
    {
        using var process = Start(path, arguments, environment);
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output) ?? throw new InvalidOperationException("There is no result.")
            : throw new InvalidOperationException($"{path} {string.Join(' ', arguments)} ended with {process.ExitCode}.");
    }
}
