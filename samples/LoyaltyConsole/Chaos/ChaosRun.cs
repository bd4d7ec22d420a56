using System.Collections.Concurrent;
using System.Diagnostics;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>Lets one client make all adjustments on its own sandbox.</summary>
internal static class ChaosRun
{
    public static async Task<ChaosResult> RunAsync(
        ChaosPlan plan, Func<LoyaltySandbox, IChaosClient> create, Action onAdjusted, CancellationToken cancellationToken)
    {
        await using var sandbox = await plan.StartSandboxAsync(cancellationToken);
        var adjustments = plan.AddCards(sandbox);
        using var client = create(sandbox);
        var reported = new ConcurrentDictionary<string, ReportedOutcome>();
        var clock = Stopwatch.StartNew();
        var callers = new ParallelOptions { MaxDegreeOfParallelism = ChaosPlan.Callers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(adjustments, callers, async (adjustment, token) =>
        {
            reported[adjustment.SourceId] = await client.AdjustAsync(adjustment, token);
            onAdjusted();
        });
        return ChaosResult.Of(sandbox, reported, clock.Elapsed);
    }
}
