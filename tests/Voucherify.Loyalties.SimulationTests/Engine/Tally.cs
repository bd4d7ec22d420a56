using Voucherify.Loyalties.Calls;
using Voucherify.Loyalties.Sandbox;

namespace Voucherify.Loyalties.SimulationTests.Engine;

/// <summary>Counts how often each event happened.</summary>
internal sealed class Tally
{
    private readonly SortedDictionary<string, long> _counts = new(StringComparer.Ordinal);

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public long this[string what] => _counts.GetValueOrDefault(what);

    public static string Of(SandboxFault fault) => "fault " + fault;

    /// <summary>A cell of the outcome table, for an adjustment or a transfer.</summary>
    public static string Of(AttemptKind happened, bool unknownBefore) =>
        $"change {happened}{(unknownBefore ? " after an unknown attempt" : "")}";

    public void Count(string what, long times = 1) => _counts[what] = this[what] + times;

    public void Add(Tally other)
    {
        foreach (var (what, times) in other._counts)
        {
            Count(what, times);
        }
    }
}
