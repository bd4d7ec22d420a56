using System.Collections.Concurrent;
using System.Diagnostics.Tracing;
using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.InMemory;

/// <summary>The types that the bytes of an operation consist of. The runtime names one object in about every 100 KB.</summary>
internal sealed class AllocationTrace : EventListener
{
    private const string Runtime = "Microsoft-Windows-DotNETRuntime";

    private const EventKeywords Collections = (EventKeywords)1;

    private const int Calls = 200_000;

    private const int PrintedTypes = 45;

    private readonly ConcurrentDictionary<string, long> _bytes = new();

    public static void Print(Operation operation, TextWriter output)
    {
        using var client = new InMemoryClient(BenchClients.Ours, operation);
        client.Run(Calls / 10);
        using var trace = new AllocationTrace();
        var before = GC.GetAllocatedBytesForCurrentThread();
        client.Run(Calls);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Calls;
        var all = trace._bytes.Values.Sum();
        output.WriteLine($"{operation.Name}: {each} B");
        foreach (var (type, bytes) in trace._bytes.OrderByDescending(static pair => pair.Value).Take(PrintedTypes))
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{each * bytes / all,8} B  {type}"));
        }
    }

    protected override void OnEventSourceCreated(System.Diagnostics.Tracing.EventSource eventSource)
    {
        if (eventSource.Name == Runtime)
        {
            EnableEvents(eventSource, EventLevel.Verbose, Collections);
        }
    }

    protected override void OnEventWritten(EventWrittenEventArgs eventData)
    {
        if (eventData.EventName?.StartsWith("GCAllocationTick", StringComparison.Ordinal) == true)
        {
            var bytes = Convert.ToInt64(Find(eventData, "AllocationAmount64"), CultureInfo.InvariantCulture);
            _bytes.AddOrUpdate((string)Find(eventData, "TypeName"), bytes, (_, sum) => sum + bytes);
        }
    }

    private static object Find(EventWrittenEventArgs data, string name) => data.Payload![data.PayloadNames!.IndexOf(name)]!;
}
