using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>A client of the in-memory service that repeats one operation.</summary>
internal sealed class InMemoryClient : IDisposable
{
    private readonly InMemoryService _service = new();
    private readonly IBenchClient _client;
    private readonly Operation _operation;
    private int _number;

    public InMemoryClient(string name, Operation operation)
    {
        _operation = operation;
        _client = BenchClients.All[name](InMemoryService.Address, _service.Attach);
        Request = Comparable(_service.Connect(Call, operation.Response));
        var read = _client.Read(_service.Complete(Call(), operation.Response));
        if (read != operation.Result)
        {
            throw new InvalidOperationException($"{name} read {read} from the response to {operation.Name}.");
        }
    }

    /// <summary>The request line and the body that the client writes for a call.</summary>
    public string Request { get; }

    /// <summary>Makes calls one after the other.</summary>
    public void Run(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _service.Complete(Call(), _operation.Response);
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Comparable(string request) => $"{request.Split("\r\n")[0]} {request.Split("\r\n\r\n")[1]}";

    private Task Call() => _operation.Call(_client, Operation.Cards[0], _number++ & int.MaxValue);
}
