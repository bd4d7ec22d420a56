namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>A measured side beside the one that it is compared with.</summary>
/// <param name="Value">The median of the ratios of all pairs.</param>
/// <param name="Floor">The median of the side that is compared with, in its unit.</param>
/// <param name="Spread">How far the repeats lie apart, as a fraction.</param>
internal sealed record Ratio(double Value, double Floor, double Spread)
{
    /// <summary>
    /// Combines the ratios of several processes: their medians, and how far the processes lie apart. With five processes, the spread leaves
    /// out the lowest and the highest, because now and then the runtime optimizes a method quite differently.
    /// </summary>
    public static Ratio Combine(IEnumerable<Ratio> ratios)
    {
        var all = ratios.OrderBy(static ratio => ratio.Value).ToList();
        var value = Statistics.Median(all.Select(static ratio => ratio.Value));
        var outliers = all.Count / 5;
        var spread = (all[^(outliers + 1)].Value - all[outliers].Value) / value;
        return new Ratio(value, Statistics.Median(all.Select(static ratio => ratio.Floor)), spread);
    }
}
