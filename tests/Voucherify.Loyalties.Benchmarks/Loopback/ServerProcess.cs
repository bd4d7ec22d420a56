using System.Diagnostics;
using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Measuring;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>The server, for the process that starts it.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process = ThisProgram.Start(ThisProgram.Path, ["serve"]);

    public ServerProcess()
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException("The server did not start.");
        Endpoints = JsonSerializer.Deserialize<Endpoints>(line)!;
    }

    public Endpoints Endpoints { get; }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
