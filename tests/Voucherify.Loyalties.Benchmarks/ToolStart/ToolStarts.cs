using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Builds;
using Voucherify.Loyalties.Benchmarks.Measuring;

namespace Voucherify.Loyalties.Benchmarks.ToolStart;

/// <summary>How long <c>voucherify-sandbox</c> takes until it answers, beside the application of <c>dotnet new web</c>, in turns.</summary>
internal static class ToolStarts
{
    private const int Rounds = 21;
    private const double MaxRatio = 2;

    /// <summary>Measures both in one run. Returns whether the target is met.</summary>
    public static bool Print(TextWriter output)
    {
        var folder = Directory.CreateTempSubdirectory("tool-start-");
        try
        {
            StartedProgram[] programs = [EmptyApplication(folder.FullName), Tool(folder.FullName)];
            using var client = new HttpClient();
            var times = programs.Select(static _ => new List<double>()).ToArray();
            for (var round = 0; round <= Rounds; round++)
            {
                for (var i = 0; i < programs.Length; i++)
                {
                    var index = (round + i) % programs.Length;
                    times[index].Add(programs[index].Start(client));
                }
            }

            // The first start reads the files from the disk.
            var medians = times.Select(static list => Statistics.Median(list[1..])).ToArray();
            foreach (var (program, median) in programs.Zip(medians))
            {
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{program.Name}: {median:n0} ms"));
            }

            var ratio = medians[1] / medians[0];
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"ratio: {ratio:n2} (at most {MaxRatio:n2})"));
            return ratio <= MaxRatio;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static StartedProgram EmptyApplication(string folder)
    {
        var project = Path.Combine(folder, "empty");
        Dotnet("new", "web", "-o", project, "--no-restore");
        Dotnet("build", project, "-c", "Release", "-o", Path.Combine(folder, "empty-out"), "--nologo", "-v:quiet");
        return new(
            "empty ASP.NET Core application",
            Path.Combine(folder, "empty-out", "empty.dll"),
            static port => ["--urls", $"http://127.0.0.1:{port}"]);
    }

    private static StartedProgram Tool(string folder)
    {
        var project = Path.Combine(RepositoryFolder.Path, "src", "Voucherify.Loyalties.Sandbox.Tool");
        Dotnet("publish", project, "-f", "net10.0", "-c", "Release", "-o", Path.Combine(folder, "tool-out"), "--nologo", "-v:quiet");
        return new(
            "voucherify-sandbox",
            Path.Combine(folder, "tool-out", "voucherify-sandbox.dll"),
            static port => ["--port", port.ToString(CultureInfo.InvariantCulture)]);
    }

    private static void Dotnet(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} failed:{Environment.NewLine}{output}");
        }
    }
}
