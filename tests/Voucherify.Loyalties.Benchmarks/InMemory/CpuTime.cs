using System.Diagnostics;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Parts;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>The processor time of the client's thread for a call, in pairs of turns with the floor.</summary>
internal static class CpuTime
{
    private const int Pairs = 50;

    private const int WarmUpCalls = 10;

    public static IEnumerable<RatioRow> Measure()
    {
        using var clients = new InMemoryClients(Operation.All);
        WarmUp.Run(() => clients.RunAll(WarmUpCalls));
        foreach (var operation in Operation.All)
        {
            var compared = operation.Clients.Where(static name => name != BenchClients.Floor);
            var ratios = compared.ToDictionary(static name => name, name => PairedTurns.Run(
                Pairs, () => Take(clients, operation, BenchClients.Floor), () => Take(clients, operation, name)).Cpu);
            yield return new RatioRow($"{operation.Name}, in memory: CPU µs", "n2", operation.Cpu, ratios);
        }

        foreach (var part in Part.All)
        {
            var ratio = PairedTurns.Run(Pairs, () => Part.Take(part.ByHand), () => Part.Take(part.Ours)).Cpu;
            yield return new RatioRow($"{part.Name}: CPU µs", "n4", Target: null, new() { [BenchClients.Ours] = ratio });
        }
    }

    /// <summary>Takes a turn of a client.</summary>
    public static Turn Take(InMemoryClients clients, Operation operation, string name)
    {
        var client = clients[operation, name];
        var start = Stopwatch.GetTimestamp();
        var cpu = CpuClock.Thread;
        client.Run(operation.TurnCalls);
        cpu = CpuClock.Thread - cpu;
        return new Turn(cpu / 1000.0 / operation.TurnCalls, operation.TurnCalls / Stopwatch.GetElapsedTime(start).TotalSeconds);
    }
}
