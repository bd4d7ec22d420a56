using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>The bytes that a call allocates on its thread, from the client's method down to the connection.</summary>
internal static class AllocatedBytes
{
    private const int WarmUpCalls = 500;

    private const int Batches = 5;

    private const int BatchCalls = 100;

    /// <summary>Measures in a separate process that optimizes at once.</summary>
    public static IEnumerable<Row> Rows()
    {
        var measured = Ask(ThisProgram.Path);
        foreach (var operation in Operation.All)
        {
            var clients = measured[operation.Name];
            var least = clients.ToDictionary(static client => client.Key, static client => client.Value[0]);
            yield return Row.Of($"{operation.Name}, in memory: allocated bytes", least) with
            {
                Spread = (clients[BenchClients.Ours][^1] - clients[BenchClients.Ours][0]) / clients[BenchClients.Ours][0],
                Target = operation.Bytes,
            };
        }
    }

    /// <summary>
    /// Asks a build of this program for its bytes: by operation and client, the batches from the smallest to the largest.
    /// </summary>
    public static Dictionary<string, Dictionary<string, double[]>> Ask(string path) =>
        ThisProgram.Ask<Dictionary<string, Dictionary<string, double[]>>>(path, ["measure-bytes"], ThisProgram.OptimizedAtOnce);

    /// <summary>Measures in this process, and prints the result for the process that asked.</summary>
    public static void Print(TextWriter output) => output.WriteLine(JsonSerializer.Serialize(
        Operation.All.ToDictionary(static operation => operation.Name, static operation => MeasureAll(operation))));

    private static Dictionary<string, double[]> MeasureAll(Operation operation)
    {
        var results = new Dictionary<string, double[]>();
        string? expected = null;
        foreach (var name in BenchClients.All.Keys)
        {
            using var client = new InMemoryClient(name, operation);
            expected ??= client.Request;
            if (client.Request != expected)
            {
                throw new InvalidOperationException($"{name} sends another request:\n{client.Request}\ninstead of:\n{expected}");
            }

            client.Run(WarmUpCalls);
            results[name] = [.. Enumerable.Range(0, Batches).Select(_ => Measure(client)).Order()];
        }

        return results;
    }

    private static double Measure(InMemoryClient client)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        client.Run(BatchCalls);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)BatchCalls;
    }
}
