using System.Diagnostics;
using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Builds;

/// <summary>A build of this program that takes turns in memory in a process of its own.</summary>
internal sealed class BuildProcess(string path) : IDisposable
{
    private readonly Process _process = ThisProgram.Start(path, ["turns"], ThisProgram.OptimizedAlike);

    /// <summary>Waits until the process is warm.</summary>
    public void WaitUntilReady() => Read();

    public Turn Take(Operation operation, string client)
    {
        _process.StandardInput.WriteLine($"{operation.Name}\t{client}");
        return JsonSerializer.Deserialize<Turn>(Read());
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    private string Read() => _process.StandardOutput.ReadLine() ?? throw new InvalidOperationException($"{path} ended before its time.");
}
