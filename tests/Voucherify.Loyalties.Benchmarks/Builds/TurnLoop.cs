using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.InMemory;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Builds;

/// <summary>
/// Takes a turn in memory for each line of input. The line names the operation and the client, and the line of output is the turn.
/// The other side may be an older build of this program, so names and format must not change.
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
