using System.Diagnostics;
using System.Globalization;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.Queue.Tests.Kills;

/// <summary>Worker processes on one store, of which none survives its test.</summary>
/// <param name="store">The store of the queue, as an argument of the process.</param>
/// <param name="address">The address of the sandbox.</param>
/// <param name="window">The window of their client, in seconds.</param>
internal sealed class WorkerProcesses(string store, Uri address, double window) : IDisposable
{
    private readonly List<Process> _all = [];

    /// <summary>Starts a worker in a process of its own.</summary>
    /// <param name="more">More arguments, as <c>name=value</c>.</param>
    public Process Start(params IEnumerable<string> more)
    {
        var start = new ProcessStartInfo("dotnet", [
            "exec",
            Path.Combine(AppContext.BaseDirectory, "Voucherify.Loyalties.Queue.WorkerProcess.dll"),
            store,
            $"address={address}",
            $"app-id={LoyaltySandboxOptions.DefaultAppId}",
            $"app-token={LoyaltySandboxOptions.DefaultAppToken}",
            string.Create(CultureInfo.InvariantCulture, $"window={window}"),
            .. more,
        ]);
        var process = Process.Start(start)!;
        _all.Add(process);
        return process;
    }

    /// <summary>Ends a process with SIGKILL.</summary>
    public static async Task KillAsync(Process process, CancellationToken cancellationToken)
    {
        process.Kill();
        await process.WaitForExitAsync(cancellationToken);
    }

    public void Dispose()
    {
        foreach (var process in _all)
        {
            if (!process.HasExited)
            {
                process.Kill();
                process.WaitForExit();
            }

            process.Dispose();
        }
    }
}
