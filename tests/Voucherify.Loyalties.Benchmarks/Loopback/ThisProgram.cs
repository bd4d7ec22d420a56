using System.Diagnostics;
using System.Text.Json;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>Starts this program once more, for what needs a process of its own.</summary>
internal static class ThisProgram
{
    public static Process Start(params IEnumerable<string> arguments) =>
        Process.Start(new ProcessStartInfo("dotnet", ["exec", typeof(ThisProgram).Assembly.Location, .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;

    /// <summary>Runs it to its end, and reads the JSON that it prints.</summary>
    public static async Task<T> AskAsync<T>(params IEnumerable<string> arguments)
    {
        using var process = Start(arguments);
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0
            ? JsonSerializer.Deserialize<T>(output) ?? throw new InvalidOperationException("There is no result.")
            : throw new InvalidOperationException($"The measured process ended with {process.ExitCode}.");
    }
}
