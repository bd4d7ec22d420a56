using System.Collections.Concurrent;
using System.Diagnostics;
using Voucherify.Loyalties.Sandbox;

namespace LoyaltyConsole.Chaos;

/// <summary>One client makes all adjustments, on a sandbox of its own.</summary>
internal static class ChaosRun
{
    public static async Task<ChaosResult> RunAsync(
        ChaosPlan plan, Func<LoyaltySandbox, IChaosClient> create, Action adjusted, CancellationToken cancellationToken)
    {
        await using var sandbox = await plan.StartSandboxAsync(cancellationToken);
        using var client = create(sandbox);
        var told = new ConcurrentDictionary<string, Told>();
        var clock = Stopwatch.StartNew();
        var callers = new ParallelOptions { MaxDegreeOfParallelism = ChaosPlan.Callers, CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(plan.All, callers, async (adjustment, token) =>
        {
            told[adjustment.SourceId] = await client.AdjustAsync(adjustment, token);
            adjusted();
        });
        return ChaosResult.Of(sandbox, told, clock.Elapsed);
    }
}
