using System.Net.Sockets;
using Voucherify.Loyalties.CommandLine;

namespace Voucherify.Loyalties.Sandbox.Tool;

/// <summary>The tool without its process. <c>Program.cs</c> and the tests both run it.</summary>
internal static class App
{
    private const int Failed = 1;
    private const int InvalidUsage = 2;

    /// <summary>Runs a command line, until the sandbox is stopped.</summary>
    /// <returns>The exit code: 0 after a stop, 1 if the sandbox cannot run, 2 if the command line or the seed is invalid.</returns>
    public static async Task<int> RunAsync(string[] args, Terminal terminal, CancellationToken cancellationToken)
    {
        try
        {
            var root = ServeCommand.Create(terminal);
            return await CommandRunner.RunAsync(root, args, terminal.Out, terminal.Error, cancellationToken);
        }
        catch (UsageException invalid)
        {
            return await FailAsync(terminal, invalid.Message, InvalidUsage);
        }
        catch (Exception failed)
            when (failed is IOException or UnauthorizedAccessException or InvalidDataException or SocketException)
        {
            return await FailAsync(terminal, failed.Message, Failed);
        }
    }

    private static async Task<int> FailAsync(Terminal terminal, string message, int exitCode)
    {
        await terminal.Error.WriteLineAsync("error: " + message);
        return exitCode;
    }
}
