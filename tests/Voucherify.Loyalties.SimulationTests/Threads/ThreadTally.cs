using Voucherify.Loyalties.Sandbox;
using Voucherify.Loyalties.SimulationTests.Engine;

namespace Voucherify.Loyalties.SimulationTests.Threads;

/// <summary>How often each event of a run happened.</summary>
/// <param name="Calls">How many calls were made.</param>
/// <param name="Operations">For how many operations.</param>
/// <param name="Counts">The other events.</param>
internal sealed record ThreadTally(long Calls, int Operations, IReadOnlyList<KeyValuePair<string, long>> Counts)
{
    /// <summary>The name of the number of requests.</summary>
    public const string Requests = "requests";

    /// <summary>The share of the requests that met a fault. A transaction that is listed later is no fault that a caller sees.</summary>
    public double FaultShare => (double)Sum("fault ") / Counts.Single(static pair => pair.Key == Requests).Value;

    /// <summary>The share of the operations that met a cancellation.</summary>
    public double CancellationShare => (double)Sum("cancellation ") / Operations;

    public override string ToString() => string.Join('\n', Counts.Select(static pair => $"{pair.Value,10} {pair.Key}"));

    private long Sum(string kind) => Counts
        .Where(pair => pair.Key.StartsWith(kind, StringComparison.Ordinal) && pair.Key != Tally.Of(SandboxFault.ExtraListLag))
        .Sum(static pair => pair.Value);
}
