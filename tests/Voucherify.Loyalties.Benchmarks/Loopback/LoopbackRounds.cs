using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Loopback;

/// <summary>All clients against one server, each in a process of its own.</summary>
internal sealed class LoopbackRounds(ServerProcess server)
{
    private const int Rounds = 5;

    public Task<IReadOnlyDictionary<string, IReadOnlyList<Sample[]>>> RunAsync() =>
        InterleavedRounds.RunAsync(Rounds, BenchClients.All.Keys, name => ThisProgram.AskAsync<Sample[]>("measure", name, server.Address.ToString()));

    /// <summary>How many connections this package opens for a number of calls by the largest number of callers.</summary>
    public async Task<int> CountConnectionsAsync(int calls)
    {
        var before = await server.CountConnectionsAsync();
        var made = await ThisProgram.AskAsync<long>("call", BenchClients.Ours, server.Address.ToString(), $"{calls}");
        return made == calls
            ? await server.CountConnectionsAsync() - before
            : throw new InvalidOperationException($"{made} calls were made instead of {calls}.");
    }
}
