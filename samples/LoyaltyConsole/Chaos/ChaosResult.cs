using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>What became of the adjustments, by the sandbox's journal, beside what the callers were told.</summary>
internal sealed record ChaosResult
{
    public int AppliedOnce { get; private init; }

    public int AppliedTwiceOrMore { get; private init; }

    /// <summary>How often an adjustment stands in the journal beyond its first time.</summary>
    public int ExtraCredits { get; private init; }

    /// <summary>Not in the journal, though the caller was not told so.</summary>
    public int Lost { get; private init; }

    /// <summary>The caller does not know, after all that the client can do.</summary>
    public int LeftUnknown { get; private init; }

    public int Posts { get; private init; }

    public int Gets { get; private init; }

    public int FaultsOnAdjustments { get; private init; }

    public int Faults { get; private init; }

    public TimeSpan Time { get; private init; }

    /// <summary>Whether every adjustment counted exactly once and its caller knows it.</summary>
    public bool IsExact(ChaosPlan plan) => AppliedOnce == plan.Adjustments && LeftUnknown == 0;

    public static ChaosResult Of(LoyaltySandbox sandbox, IReadOnlyDictionary<string, Told> told, TimeSpan time)
    {
        var effects = sandbox.Journal.GroupBy(static entry => entry.SourceId!)
            .ToDictionary(static group => group.Key, static group => group.Count());
        return new ChaosResult
        {
            AppliedOnce = effects.Values.Count(static count => count == 1),
            AppliedTwiceOrMore = effects.Values.Count(static count => count > 1),
            ExtraCredits = effects.Values.Sum(static count => count - 1),
            Lost = told.Count(pair => pair.Value != Told.Rejected && !effects.ContainsKey(pair.Key)),
            LeftUnknown = told.Count(static pair => pair.Value == Told.Unknown),
            Posts = Calls(sandbox, "POST "),
            Gets = Calls(sandbox, "GET "),
            FaultsOnAdjustments = sandbox.Faults!.AdjustmentCounts.Values.Sum(),
            Faults = sandbox.Faults.Counts.Values.Sum(),
            Time = time,
        };
    }

    private static int Calls(LoyaltySandbox sandbox, string method) =>
        sandbox.Requests.Where(request => request.Key.StartsWith(method, StringComparison.Ordinal)).Sum(static request => request.Value);
}
