using System.Diagnostics;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>
/// Processor time and throughput over loopback, in pairs of turns with the floor. The server runs in another process, so the processor
/// time of this process is the client's, including the thread pool, the sockets and the garbage collector.
/// </summary>
internal static class LoopbackTurns
{
    private const int Pairs = 16;

    private const int WarmUpCalls = 64;

    /// <summary>Fewer calls than in memory, since each takes about ten times as long.</summary>
    private const int OneCallerDivisor = 2;

    /// <summary>Many callers need more calls, since they start and end at different moments.</summary>
    private const int ManyCallersFactor = 4;

    public static IEnumerable<RatioRow> Measure()
    {
        using var server = new ServerProcess();
        var (http, https) = (server.Endpoints.Http, server.Endpoints.Https);
        return [.. MeasureAll("HTTP", http, null), .. MeasureAll("TLS", https, server.Endpoints.Trust)];
    }

    private static List<RatioRow> MeasureAll(string protocol, Uri address, Action<SocketsHttpHandler>? configure)
    {
        var clients = BenchClients.All.ToDictionary(static client => client.Key, client => client.Value(address, configure));
        WarmUp.Run(() =>
        {
            foreach (var client in clients.Values)
            {
                foreach (var operation in Operation.All)
                {
                    Take(client, operation, 1, WarmUpCalls);
                    Take(client, operation, Operation.MaxCallers, WarmUpCalls);
                }
            }
        });
        var rows = Operation.All.SelectMany(operation => MeasureOne(protocol, clients, operation)).ToList();
        clients.Values.ToList().ForEach(static client => client.Dispose());
        return rows;
    }

    private static IEnumerable<RatioRow> MeasureOne(string protocol, Dictionary<string, IBenchClient> clients, Operation operation)
    {
        foreach (var callers in (int[])[1, Operation.MaxCallers])
        {
            var calls = callers == 1 ? operation.TurnCalls / OneCallerDivisor : operation.TurnCalls * ManyCallersFactor;
            var turns = BenchClients.Compared.ToDictionary(static name => name, name => PairedTurns.Run(
                Pairs,
                () => Take(clients[BenchClients.Floor], operation, callers, calls),
                () => Take(clients[name], operation, callers, calls),
                doublings: 0));
            var name = $"{operation.Name}, {protocol}, {callers} {(callers == 1 ? "caller" : "callers")}";
            var (cpu, throughput) = callers == 1 ? default : (operation.LoopbackCpu, operation.Throughput);
            yield return NewRow($"{name}: CPU µs", "n1", cpu, turns, static all => all.Cpu);
            yield return NewRow($"{name}: calls/s", "n0", throughput, turns, static all => all.Throughput);
        }
    }

    private static RatioRow NewRow(
        string name, string format, Target? target, Dictionary<string, PairedTurns> turns, Func<PairedTurns, Ratio> select) =>
        new(name, format, target, turns.ToDictionary(static pair => pair.Key, pair => select(pair.Value)));

    private static Turn Take(IBenchClient client, Operation operation, int callers, int calls)
    {
        var left = calls;
        var start = Stopwatch.GetTimestamp();
        var cpu = CpuClock.Process;
        var all = Enumerable.Range(0, callers).Select(caller => Task.Run(() => CallAsync(Operation.Cards[caller])));
        Task.WhenAll(all).GetAwaiter().GetResult();
        cpu = CpuClock.Process - cpu;
        return new Turn(cpu / 1000.0 / calls, calls / Stopwatch.GetElapsedTime(start).TotalSeconds);

        async Task CallAsync(string card)
        {
            for (var number = Interlocked.Decrement(ref left); number >= 0; number = Interlocked.Decrement(ref left))
            {
                await operation.Call(client, card, number);
            }
        }
    }
}
