using static Voucherify.Loyalties.Benchmarks.Measuring.Statistics;

namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>
/// Turns of two sides in pairs. The two turns of a pair follow each other within milliseconds, so other load on the machine slows both
/// alike, and their ratio stays the same.
/// </summary>
internal sealed class PairedTurns
{
    private const int Repeats = 3;

    /// <summary>The largest acceptable difference between repeats.</summary>
    private const double Agreement = 0.01;

    private readonly List<(Turn Floor, Turn Candidate)>[] _repeats;

    private PairedTurns(List<(Turn Floor, Turn Candidate)>[] repeats) => _repeats = repeats;

    /// <summary>The processor time of a call.</summary>
    public Ratio Cpu => Compare(static turn => turn.CpuMicroseconds);

    /// <summary>The calls per second.</summary>
    public Ratio Throughput => Compare(static turn => turn.CallsPerSecond);

    /// <summary>Measures three times, with more pairs when the three repeats disagree.</summary>
    /// <param name="pairs">The number of pairs in each repeat, to begin with.</param>
    /// <param name="floor">Runs a turn of the side that is compared with.</param>
    /// <param name="candidate">Runs a turn of the side that is measured.</param>
    /// <param name="doublings">How often the number of pairs may be doubled.</param>
    public static PairedTurns Run(int pairs, Func<Turn> floor, Func<Turn> candidate, int doublings = 2)
    {
        var turns = new PairedTurns([.. Enumerable.Range(0, Repeats).Select(static _ => new List<(Turn, Turn)>())]);
        turns.Add(pairs, floor, candidate);
        for (var doubling = 0; doubling < doublings && turns.Cpu.Spread > Agreement; doubling++)
        {
            turns.Add(turns._repeats[0].Count, floor, candidate);
        }

        return turns;
    }

    private void Add(int pairs, Func<Turn> floor, Func<Turn> candidate)
    {
        foreach (var repeat in _repeats)
        {
            for (var pair = 0; pair < pairs; pair++)
            {
                // The second turn may find the caches in a different state, so the sides alternate in going first.
                var floorFirst = pair % 2 == 0;
                var first = floorFirst ? floor() : candidate();
                var second = floorFirst ? candidate() : floor();
                repeat.Add(floorFirst ? (first, second) : (second, first));
            }
        }
    }

    private Ratio Compare(Func<Turn, double> metric)
    {
        double[] medians = [.. _repeats.Select(repeat => Median(repeat.Select(pair => metric(pair.Candidate) / metric(pair.Floor))))];
        var all = _repeats.SelectMany(static repeat => repeat).ToList();
        var ratio = Median(all.Select(pair => metric(pair.Candidate) / metric(pair.Floor)));
        return new Ratio(ratio, Median(all.Select(pair => metric(pair.Floor))), (medians.Max() - medians.Min()) / ratio);
    }
}
