using System.Text.RegularExpressions;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>A client of the in-memory service that repeats one operation.</summary>
internal sealed partial class InMemoryClient : IDisposable
{
    private readonly InMemoryService _service = new();
    private readonly IBenchClient _client;
    private readonly Operation _operation;
    private int _number;

    public InMemoryClient(string name, Operation operation)
    {
        _operation = operation;
        _client = BenchClients.All[name](InMemoryService.Address, _service.Attach);
        var written = _service.Connect(Call, operation.Responses);
        Requests = [.. Request().Split(written).Where(static text => text.Length > 0).Select(Comparable)];
        var call = _service.Complete(Call(), operation.Responses);
        if (operation.Result is { } expected && _client.Read(call) is var read && read != expected)
        {
            throw new InvalidOperationException($"{name} read {read} from the response to {operation.Name}.");
        }
    }

    /// <summary>The request line and the body of each request that the client writes for a call.</summary>
    public IReadOnlyList<string> Requests { get; }

    /// <summary>Makes calls one after the other.</summary>
    public void Run(int calls)
    {
        for (var i = 0; i < calls; i++)
        {
            _service.Complete(Call(), _operation.Responses);
        }
    }

    public void Dispose() => _client.Dispose();

    private static string Comparable(string request) => $"{request.Split("\r\n")[0]} {request.Split("\r\n\r\n")[1]}";

    [GeneratedRegex("(?=(?:GET|POST) /)")]
    private static partial Regex Request();

    private Task Call() => _operation.Call(_client, Operation.Cards[0], _number++ & int.MaxValue);
}
