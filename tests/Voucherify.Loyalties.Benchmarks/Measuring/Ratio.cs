namespace Voucherify.Loyalties.Benchmarks.Measuring;

/// <summary>A measured side beside the one that it is compared with.</summary>
/// <param name="Value">The median of the ratios of all pairs.</param>
/// <param name="Floor">The median of the side that is compared with, in its unit.</param>
/// <param name="Spread">How far the repeats lie apart, as a fraction.</param>
internal sealed record Ratio(double Value, double Floor, double Spread)
{
    /// <summary>Combines what several processes have measured: the medians, and how far the processes lie apart.</summary>
    public static Ratio Combine(IEnumerable<Ratio> ratios)
    {
        var all = ratios.ToList();
        var value = Statistics.Median(all.Select(static ratio => ratio.Value));
        var spread = (all.Max(static ratio => ratio.Value) - all.Min(static ratio => ratio.Value)) / value;
        return new Ratio(value, Statistics.Median(all.Select(static ratio => ratio.Floor)), spread);
    }
}
