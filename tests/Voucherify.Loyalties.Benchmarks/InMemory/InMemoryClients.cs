using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>A client in memory for each operation and name.</summary>
internal sealed class InMemoryClients(IEnumerable<Operation> operations, IEnumerable<string>? names = null) : IDisposable
{
    private readonly Dictionary<(Operation, string), InMemoryClient> _clients = operations
        .SelectMany(operation => names ?? operation.Clients, static (operation, name) => (operation, name))
        .ToDictionary(static key => key, static key => new InMemoryClient(key.name, key.operation));

    public InMemoryClient this[Operation operation, string name] => _clients[(operation, name)];

    /// <summary>Makes calls with each client.</summary>
    public void RunAll(int calls)
    {
        foreach (var client in _clients.Values)
        {
            client.Run(calls);
        }
    }

    public void Dispose()
    {
        foreach (var client in _clients.Values)
        {
            client.Dispose();
        }
    }
}
