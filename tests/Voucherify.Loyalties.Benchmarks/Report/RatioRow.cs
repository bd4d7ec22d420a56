using System.Text.Json;
using Voucherify.Loyalties.Benchmarks.Measuring;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>A row of ratios that one process has measured.</summary>
/// <param name="Name">What was measured, and its unit.</param>
/// <param name="Format">The format of the values.</param>
/// <param name="Target">The target for this package; null if there is none.</param>
/// <param name="Ratios">The ratio of each client to the floor.</param>
internal sealed record RatioRow(string Name, string Format, Target? Target, Dictionary<string, Ratio> Ratios)
{
    /// <summary>Lets several processes measure one after the other, and returns the medians of their rows.</summary>
    /// <param name="processes">How many: the runtime optimizes a bit differently in each.</param>
    /// <param name="mode">The mode of this program that measures and prints such rows.</param>
    public static IEnumerable<Row> Measure(int processes, string mode)
    {
        var results = Enumerable.Range(0, processes).Select(_ => ThisProgram.Ask<List<RatioRow>>(ThisProgram.Path, [mode])).ToList();
        foreach (var (index, row) in results[0].Index())
        {
            yield return Combine(row, results.ConvertAll(rows => rows[index].Ratios));
        }
    }

    /// <summary>Prints rows for the process that asked.</summary>
    public static void Print(IEnumerable<RatioRow> rows, TextWriter output) => output.WriteLine(JsonSerializer.Serialize(rows));

    private static Row Combine(RatioRow row, List<Dictionary<string, Ratio>> results) => Row.Of(
        row.Name,
        row.Ratios.Keys.ToDictionary(static client => client, client => Ratio.Combine(results.Select(result => result[client]))),
        row.Format) with
    {
        Target = row.Target,
    };
}
