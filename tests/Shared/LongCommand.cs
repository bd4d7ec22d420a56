using System.Diagnostics;
using System.Text;

namespace Voucherify.Loyalties.TestSupport;

/// <summary>A command that runs until the test ends it, such as a server.</summary>
internal sealed class LongCommand : IAsyncDisposable
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly StringBuilder _errors = new();

    private LongCommand(Process process) => _process = process;

    /// <summary>Starts the command, and returns once it has written a line that contains a text.</summary>
    public static async Task<(LongCommand Command, string Line)> StartAsync(string file, string[] arguments, string text)
    {
        var start = new ProcessStartInfo(file, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        var command = new LongCommand(new Process { StartInfo = start });
        command._process.ErrorDataReceived += (_, line) => command._errors.AppendLine(line.Data);
        command._process.Start();
        command._process.BeginErrorReadLine();
        using var limit = new CancellationTokenSource(Limit);
        while (await command._process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
        {
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return (command, line);
            }
        }

        throw new InvalidOperationException($"{file} ended without the line '{text}': {command._errors}");
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill(entireProcessTree: true);
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
