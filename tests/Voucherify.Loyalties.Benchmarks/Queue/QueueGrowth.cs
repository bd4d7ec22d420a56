using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Measuring;
using Voucherify.Loyalties.Benchmarks.Report;

namespace Voucherify.Loyalties.Benchmarks.Queue;

/// <summary>What it costs to join the queue of a card in which few calls wait, and one in which many do.</summary>
internal static class QueueGrowth
{
    private const int Few = 1_000;

    private const int Many = 20_000;

    private const int Pairs = 50;

    private static readonly Target Limit = Target.AtMost(1.5);

    /// <summary>Measures both queues in turns, and prints their ratio.</summary>
    /// <returns>Whether the target is met.</returns>
    public static async Task<bool> PrintAsync(TextWriter output)
    {
        using var few = new WaitingQueue(Few);
        using var many = new WaitingQueue(Many);
        WarmUp.Run(() => { few.Join(); many.Join(); });
        var joined = PairedTurns.Run(Pairs, few.Join, many.Join).Cpu;
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"Joining a queue: {joined.Floor:f2} µs with {Few:n0} calls waiting, {joined.Floor * joined.Value:f2} µs with {Many:n0}:"
            + $" {joined.Value:f2} ({Limit.Judge(joined.Value)}), spread {joined.Spread:p1}."));
        return Limit.IsMet(joined.Value);
    }
}
