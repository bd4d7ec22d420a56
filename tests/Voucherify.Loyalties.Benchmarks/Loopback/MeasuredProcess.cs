using System.Diagnostics;
using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>What runs in the process of a measured client. Nothing else does, so bytes and processor time are the client's.</summary>
internal static class MeasuredProcess
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Measured = TimeSpan.FromMilliseconds(700);

    private static readonly (Operation Operation, int Callers)[] Work = [.. Operation.All.SelectMany(static operation => new[] { (operation, 1), (operation, Operation.MaxCallers) })];

    /// <summary>Prints the samples of all operations, with one caller and with many.</summary>
    public static async Task<int> MeasureAsync(string name, Uri address)
    {
        using var client = BenchClients.All[name](address, null);
        await WarmUp.RunAsync(() => CallAllAsync(client));
        var samples = new List<Sample>();
        foreach (var (operation, callers) in Work)
        {
            await Callers.RunAsync(client, operation, callers, For(Slice));
            samples.Add(await MeasureAsync(client, operation, callers));
        }

        Console.WriteLine(JsonSerializer.Serialize(samples));
        return 0;
    }

    /// <summary>Makes a number of adjustments with many callers, and prints how many it made.</summary>
    public static async Task<int> CallAsync(string name, Uri address, int calls)
    {
        using var client = BenchClients.All[name](address, null);
        Console.WriteLine(await Callers.RunAsync(client, Operation.Balance, Operation.MaxCallers, () => Interlocked.Decrement(ref calls) >= 0));
        return 0;
    }

    private static async Task CallAllAsync(IBenchClient client)
    {
        foreach (var (operation, callers) in Work)
        {
            await Callers.RunAsync(client, operation, callers, For(Slice));
        }
    }

    private static async Task<Sample> MeasureAsync(IBenchClient client, Operation operation, int callers)
    {
        var latencies = callers == 1 ? new Latencies() : null;
        var goOn = For(Measured);
        var watched = latencies is null ? goOn : () => latencies.Note() && goOn();

        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var cpu = Environment.CpuUsage.TotalTime;
        var start = Stopwatch.GetTimestamp();
        var calls = await Callers.RunAsync(client, operation, callers, watched);
        var elapsed = Stopwatch.GetElapsedTime(start);
        cpu = Environment.CpuUsage.TotalTime - cpu;
        bytes = GC.GetTotalAllocatedBytes(precise: true) - bytes;

        return new Sample(
            operation.Name, callers, (double)bytes / calls, cpu.TotalMicroseconds / calls, calls / elapsed.TotalSeconds, latencies?.MedianMicroseconds);
    }

    private static Func<bool> For(TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        return () => Stopwatch.GetElapsedTime(start) < time;
    }
}
