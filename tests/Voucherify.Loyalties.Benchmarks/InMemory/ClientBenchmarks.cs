using BenchmarkDotNet.Attributes;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>The operations over the service in memory: what a client costs when nothing else costs anything.</summary>
[MemoryDiagnoser]
[InProcess]
[WarmupCount(5)]
[IterationCount(10)]
public class ClientBenchmarks
{
    private IBenchClient _client = null!;
    private Operation _operation = null!;
    private int _number;

    public static IEnumerable<string> Clients => BenchClients.All.Keys;

    public static IEnumerable<string> Operations => Operation.All.Select(static operation => operation.Name);

    [ParamsSource(nameof(Operations), Priority = 0)]
    public string Work { get; set; } = "";

    [ParamsSource(nameof(Clients), Priority = 1)]
    public string Client { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        _client = BenchClients.All[Client](InMemoryService.Address, new InMemoryService());
        _operation = Operation.All.Single(operation => operation.Name == Work);
    }

    [GlobalCleanup]
    public void Stop() => _client.Dispose();

    [Benchmark]
    public Task Call() => _operation.RunAsync(_client, Operation.Cards[0], _number++ & int.MaxValue);
}
