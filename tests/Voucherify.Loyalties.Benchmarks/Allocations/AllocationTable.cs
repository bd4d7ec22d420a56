using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Allocations;

/// <summary>Allocated bytes for each operation over the service in memory: everything runs on one thread, so the numbers repeat.</summary>
internal static class AllocationTable
{
    private const int WarmUp = 3000;

    private const int Rounds = 1000;

    public static void Print(TextWriter output)
    {
        foreach (var operation in Operation.All)
        {
            long? floor = null;
            foreach (var (name, create) in BenchClients.All)
            {
                using var client = create(new Uri("http://localhost:1/"), new InMemoryService());
                var bytes = Measure(client, operation);
                floor ??= bytes;
                output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{operation.Name,-14}{name,-26}{bytes,10} B {(double)bytes / floor,6:f2}"));
            }
        }
    }

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
            var task = operation.RunAsync(client, number);
            if (!task.IsCompleted)
            {
                throw new InvalidOperationException("The call left its thread: its bytes would not be counted.");
            }

            task.GetAwaiter().GetResult();
        }
    }
}
