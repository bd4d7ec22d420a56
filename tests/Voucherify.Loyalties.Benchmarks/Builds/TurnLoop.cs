using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Builds;

/// <summary>
/// Takes turns in memory when it is asked to: a line of the input names the operation and the client, a line of the output is the turn.
/// Another build of this program may ask, so the names and the form of the lines stay as they are.
/// </summary>
internal static class TurnLoop
{
    private const int WarmUpCalls = 10;

    public static void Run(TextReader input, TextWriter output)
    {
        using var clients = new InMemoryClients(Operation.All, [BenchClients.Floor, BenchClients.Ours]);
        WarmUp.Run(() => clients.RunAll(WarmUpCalls));
        output.WriteLine("ready");
        while (input.ReadLine()?.Split('\t') is [var operation, var client])
        {
            var turn = CpuTime.Take(clients, Operation.All.Single(one => one.Name == operation), client);
            output.WriteLine(JsonSerializer.Serialize(turn));
        }
    }
}
