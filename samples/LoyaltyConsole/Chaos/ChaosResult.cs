using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>The effects of the adjustments, from the sandbox's journal, compared with what the client reported.</summary>
internal sealed record ChaosResult
{
    public int AppliedOnce { get; private init; }

    public int AppliedTwiceOrMore { get; private init; }

    /// <summary>The number of journal entries beyond the first one of an adjustment.</summary>
    public int ExtraCredits { get; private init; }

    /// <summary>The adjustments that are not in the journal and were not reported as rejected.</summary>
    public int Lost { get; private init; }

    /// <summary>The adjustments whose outcome the client still reported as unknown at the end.</summary>
    public int LeftUnknown { get; private init; }

    public int Posts { get; private init; }

    public int Gets { get; private init; }

    public int FaultsOnAdjustments { get; private init; }

    public int Faults { get; private init; }

    public TimeSpan Time { get; private init; }

    /// <summary>Whether every adjustment was applied exactly once and no outcome is left unknown.</summary>
    public bool IsExact(ChaosPlan plan) => AppliedOnce == plan.Adjustments && LeftUnknown == 0;

    public static ChaosResult Of(LoyaltySandbox sandbox, IReadOnlyDictionary<string, ReportedOutcome> reported, TimeSpan time)
    {
        var effects = sandbox.Journal.GroupBy(SourceIdOf)
            .ToDictionary(static group => group.Key, static group => group.Count());
        return new ChaosResult
        {
            AppliedOnce = effects.Values.Count(static count => count == 1),
            AppliedTwiceOrMore = effects.Values.Count(static count => count > 1),
            ExtraCredits = effects.Values.Sum(static count => count - 1),
            Lost = reported.Count(pair => pair.Value != ReportedOutcome.Rejected && !effects.ContainsKey(pair.Key)),
            LeftUnknown = reported.Count(static pair => pair.Value == ReportedOutcome.Unknown),
            Posts = Calls(sandbox, "POST "),
            Gets = Calls(sandbox, "GET "),
            FaultsOnAdjustments = sandbox.Faults.AdjustmentCounts.Values.Sum(),
            Faults = sandbox.Faults.Counts.Values.Sum(),
            Time = time,
        };
    }

    // In version 2, the reason has the id: this package sends it as a marker.
    private static string SourceIdOf(SandboxJournalEntry entry) => entry.SourceId ?? entry.Reason!.Trim('[', '#', ']');

    private static int Calls(LoyaltySandbox sandbox, string method) =>
        sandbox.Requests.Where(request => request.Key.StartsWith(method, StringComparison.Ordinal)).Sum(static request => request.Value);
}
