using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Parts;
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
        foreach (var row in OperationRows(measured))
        {
            yield return row;
        }

        foreach (var part in Part.All)
        {
            yield return Row.Of(
                $"{part.Name}: allocated bytes", measured[part.Name].ToDictionary(static side => side.Key, static side => side.Value[0]));
        }
    }

    /// <summary>Says which requests an operation of version 2 makes with this package.</summary>
    public static IEnumerable<string> Requests() => Operation.OfV2.Select(static operation =>
    {
        using var client = new InMemoryClient(BenchClients.Ours, operation);
        var requests = client.Requests.Select(static text => $"`{text.Trim()}`");
        return $"- {operation.Name}: {client.Requests.Count} calls, {string.Join(", ", requests)}";
    });

    private static IEnumerable<Row> OperationRows(Dictionary<string, Dictionary<string, double[]>> measured)
    {
        foreach (var operation in Operation.InMemory)
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
    public static void Print(TextWriter output)
    {
        var measured = Operation.InMemory.ToDictionary(static operation => operation.Name, static operation => MeasureAll(operation));
        foreach (var part in Part.All)
        {
            measured[part.Name] = new() { [BenchClients.Floor] = [Measure(part.ByHand)], [BenchClients.Ours] = [Measure(part.Ours)] };
        }

        output.WriteLine(JsonSerializer.Serialize(measured));
    }

    private static Dictionary<string, double[]> MeasureAll(Operation operation)
    {
        var results = new Dictionary<string, double[]>();
        IReadOnlyList<string>? expected = null;
        foreach (var name in operation.Clients)
        {
            using var client = new InMemoryClient(name, operation);
            expected ??= client.Requests;
            RequireSame(name, client.Requests, expected);

            client.Run(WarmUpCalls);
            results[name] = [.. Enumerable.Range(0, Batches).Select(_ => Measure(client)).Order()];
        }

        return results;
    }

    // This package may send more than the others: it polls the end of what is only recorded.
    private static void RequireSame(string name, IReadOnlyList<string> requests, IReadOnlyList<string> expected)
    {
        if (!requests.Take(expected.Count).SequenceEqual(expected))
        {
            throw new InvalidOperationException(
                $"{name} sends other requests:\n{string.Join('\n', requests)}\ninstead of:\n{string.Join('\n', expected)}");
        }
    }

    private static double Measure(InMemoryClient client) => Measure(() => client.Run(BatchCalls));

    private static double Measure(Func<string> side)
    {
        Part.Run(side, WarmUpCalls);
        return Measure(() => Part.Run(side, BatchCalls));
    }

    private static double Measure(Action batch)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        batch();
        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)BatchCalls;
    }
}
