using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Report;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Allocations;

/// <summary>Allocated bytes for each operation over the service in memory: everything runs on one thread, so the numbers repeat.</summary>
internal static class AllocationTable
{
    private const int WarmUp = 3000;

    private const int Rounds = 1000;

    public static IEnumerable<Row> Rows => Operation.All.Select(static operation =>
        new Row($"{operation.Name}, in memory: allocated bytes", [.. BenchClients.All.Values.Select(create => Measure(create, operation))]));

    /// <summary>The bytes that one operation allocates.</summary>
    public static long Measure(IBenchClient client, Operation operation)
    {
        Run(client, operation, WarmUp);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Run(client, operation, Rounds);
        return (GC.GetAllocatedBytesForCurrentThread() - before) / Rounds;
    }

    public static void Run(IBenchClient client, Operation operation, int times)
    {
        for (var number = 0; number < times; number++)
        {
            var task = operation.RunAsync(client, Operation.Cards[0], number);
            if (!task.IsCompleted)
            {
                throw new InvalidOperationException("The call left its thread: its bytes would not be counted.");
            }

            task.GetAwaiter().GetResult();
        }
    }

    private static double Measure(Func<Uri, HttpMessageHandler?, IBenchClient> create, Operation operation)
    {
        using var client = create(InMemoryService.Address, new InMemoryService());
        return Measure(client, operation);
    }
}
