using System.Diagnostics;
using System.Text;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>Runs the .NET command line as a person would in a folder. Every test that starts a process starts it here.</summary>
internal static class Dotnet
{
    /// <summary>Far longer than any command takes on a busy machine: it ends commands that hang.</summary>
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    /// <summary>
    /// Runs a command to its end. A command that exceeds the limit is ended with its children, and the test fails with everything that it
    /// printed.
    /// </summary>
    public static Task<CommandResult> RunAsync(
        string folder, IReadOnlyDictionary<string, string> environment, params string[] arguments) =>
        RunAsync("dotnet", folder, environment, arguments);

    /// <summary>Runs another program in the same way. A program that is not installed fails the test with its name.</summary>
    public static async Task<CommandResult> RunAsync(
        string program, string folder, IReadOnlyDictionary<string, string> environment, string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        Prepare(start.Environment, environment);
        var (output, errors) = (new StringBuilder(), new StringBuilder());
        using var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) => Append(output, line.Data);
        process.ErrorDataReceived += (_, line) => Append(errors, line.Data);
        Start(process, program);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var command = $"{program} {string.Join(' ', arguments)}";
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // Also waits for the end of both streams.
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            Assert.Fail($"Ended after {Limit.TotalMinutes} minutes, or with the test run:{Environment.NewLine}{Result(exitCode: -1)}");
        }

        return Result(process.ExitCode);

        CommandResult Result(int exitCode) => new(command, exitCode, Read(output), Read(errors));
    }

    private static void Start(Process process, string program)
    {
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            Assert.Fail($"{program} cannot be started: {exception.Message}. Is it installed?");
        }
    }

    private static void Append(StringBuilder lines, string? line)
    {
        if (line is not null)
        {
            lock (lines)
            {
                lines.AppendLine(line);
            }
        }
    }

    private static string Read(StringBuilder lines)
    {
        lock (lines)
        {
            return lines.ToString();
        }
    }

    private static void Prepare(IDictionary<string, string?> inherited, IReadOnlyDictionary<string, string> own)
    {
        // dotnet test and the coverage set variables for their own processes. Another command must not see them.
        foreach (var name in inherited.Keys.Where(IsOfTheTestRun).ToList())
        {
            inherited.Remove(name);
        }

        // Servers that outlive the command would keep its output open, and so the test waiting.
        inherited["MSBUILDDISABLENODEREUSE"] = "1";
        inherited["UseSharedCompilation"] = "false";
        inherited["DOTNET_CLI_USE_MSBUILD_SERVER"] = "0";
        inherited["DOTNET_NOLOGO"] = "1";
        foreach (var (name, value) in own)
        {
            inherited[name] = value;
        }
    }

    private static bool IsOfTheTestRun(string variable) =>
        variable.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)
        || variable.StartsWith("CORECLR_", StringComparison.OrdinalIgnoreCase);
}
