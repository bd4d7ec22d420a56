using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Loopback;
using Voucherify.Loyalties.Benchmarks.Work;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>The rows of what was measured over loopback: medians of the rounds.</summary>
internal sealed class LoopbackTable(IReadOnlyDictionary<string, IReadOnlyList<Sample[]>> samples)
{
    public IEnumerable<Row> Rows => Operation.All.SelectMany(RowsOf);

    private IEnumerable<Row> RowsOf(Operation operation)
    {
        var many = Operation.MaxCallers;
        yield return Make($"{operation.Name}: allocated bytes", operation, 1, static sample => sample.BytesPerCall, BytesTarget(operation));
        yield return Make($"{operation.Name}: CPU µs", operation, 1, static sample => sample.CpuMicrosecondsPerCall, CpuTarget(operation)) with { Format = "n1" };
        yield return Make($"{operation.Name}: latency µs", operation, 1, static sample => sample.LatencyMicroseconds!.Value);
        yield return Make($"{operation.Name}, {many} callers: CPU µs", operation, many, static sample => sample.CpuMicrosecondsPerCall, CpuTarget(operation)) with { Format = "n1" };
        yield return Make($"{operation.Name}, {many} callers: calls/s", operation, many, static sample => sample.CallsPerSecond, ThroughputTarget(operation));
    }

    private Row Make(string name, Operation operation, int callers, Func<Sample, double> measure, Target? target = null)
    {
        var values = BenchClients.All.Keys.Select(client => InterleavedRounds.Median(
            samples[client].Select(round => measure(round.Single(sample => sample.Operation == operation.Name && sample.Callers == callers)))));
        return new Row(name, [.. values], Target: target);
    }

    private static Target? BytesTarget(Operation operation) =>
        operation == Operation.Balance ? Target.AtMost(1.20) : operation == Operation.List ? Target.AtMost(1.05) : null;

    private static Target? CpuTarget(Operation operation) =>
        operation == Operation.Balance ? Target.AtMost(1.10) : operation == Operation.List ? Target.AtMost(1.05) : null;

    private static Target? ThroughputTarget(Operation operation) => operation == Operation.Balance ? Target.AtLeast(0.95) : null;
}
