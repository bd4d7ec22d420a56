using System.Diagnostics;
using System.Text.RegularExpressions;
using Voucherify.Loyalties.Benchmarks.Builds;

namespace Voucherify.Loyalties.Benchmarks.ColdStart;

/// <summary>A program that makes one call with one client and does nothing else, from the project Voucherify.Loyalties.ColdStart.</summary>
internal sealed partial class ColdStartProgram
{
    private const string Project = "Voucherify.Loyalties.ColdStart";

    private readonly string _folder;
    private readonly ColdStartKind _kind;

    private ColdStartProgram(string folder, ColdStartKind kind)
    {
        _folder = folder;
        _kind = kind;
    }

    /// <summary>The size of the native program, in megabytes of 1,000,000 bytes.</summary>
    public double Megabytes => new FileInfo(Path.Combine(_folder, Project)).Length / 1e6;

    /// <summary>The number of different warnings about trimming and NativeAOT.</summary>
    public required int Warnings { get; init; }

    /// <summary>Builds the program.</summary>
    /// <param name="client">The class of its client.</param>
    /// <param name="kind">How it is compiled.</param>
    public static ColdStartProgram Build(string client, ColdStartKind kind)
    {
        var folder = Path.Combine(RepositoryFolder.Path, "artifacts", "cold-start", $"{client}-{kind}");
        var log = $"{folder}.log";
        Directory.CreateDirectory(folder);
        using var build = Process.Start("dotnet",
        [
            kind == ColdStartKind.Jit ? "build" : "publish", Path.Combine(RepositoryFolder.Path, "tests", Project),
            "-c", "Release", "-o", folder, "--nologo",
            $"-p:ColdStartClient={client}", $"-p:ColdStartKind={kind}",
            "-noConsoleLogger", $"-fileLoggerParameters:LogFile={log};Verbosity=minimal",
        ]);
        build.WaitForExit();
        var output = File.ReadAllText(log);
        return build.ExitCode == 0
            ? new ColdStartProgram(folder, kind) { Warnings = Warning().Matches(output).DistinctBy(static match => match.Value).Count() }
            : throw new InvalidOperationException($"The program with {client} does not build:{Environment.NewLine}{output}");
    }

    /// <summary>Returns the milliseconds from the start of the process to its first response.</summary>
    public double Run(Uri address)
    {
        var path = Path.Combine(_folder, Project);
        var isNative = _kind == ColdStartKind.Aot;
        var start = new ProcessStartInfo(isNative ? path : "dotnet", isNative ? [$"{address}"] : ["exec", $"{path}.dll", $"{address}"])
        {
            RedirectStandardOutput = true,
        };
        var started = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var line = process.StandardOutput.ReadLine();
        var elapsed = Stopwatch.GetElapsedTime(started);
        process.WaitForExit();
        return line is not null && process.ExitCode == 0
            ? elapsed.TotalMilliseconds
            : throw new InvalidOperationException($"{path} ended with {process.ExitCode}.");
    }

    [GeneratedRegex(@"warning IL[23]\d{3}.*")]
    private static partial Regex Warning();
}
