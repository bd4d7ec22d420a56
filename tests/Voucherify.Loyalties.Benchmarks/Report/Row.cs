using System.Globalization;
using Voucherify.Loyalties.Benchmarks.Clients;
using Voucherify.Loyalties.Benchmarks.Measuring;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>A row of the table.</summary>
/// <param name="Name">What was measured, and its unit.</param>
/// <param name="Cells">The value of each measured client and its ratio to the floor.</param>
/// <param name="Format">The format of the values.</param>
internal sealed record Row(string Name, IReadOnlyDictionary<string, (double Value, double Ratio)> Cells, string Format)
{
    /// <summary>How far the repeats of this package lie apart, as a fraction; null if nothing was repeated.</summary>
    public double? Spread { get; init; }

    /// <summary>The target for this package; null if there is none.</summary>
    public Target? Target { get; init; }

    /// <summary>Creates a row of values by client.</summary>
    public static Row Of(string name, IReadOnlyDictionary<string, double> values, string format = "n0")
    {
        var floor = values[BenchClients.Floor];
        return new Row(name, values.ToDictionary(static pair => pair.Key, pair => (pair.Value, pair.Value / floor)), format);
    }

    /// <summary>Creates a row of the ratios of all clients but the floor.</summary>
    public static Row Of(string name, IReadOnlyDictionary<string, Ratio> ratios, string format)
    {
        var floor = Statistics.Median(ratios.Values.Select(static ratio => ratio.Floor));
        var cells = ratios.ToDictionary(static pair => pair.Key, pair => (floor * pair.Value.Value, pair.Value.Value));
        cells[BenchClients.Floor] = (floor, 1);
        return new Row(name, cells, format) { Spread = ratios[BenchClients.Ours].Spread };
    }

    public override string ToString()
    {
        var cells = BenchClients.All.Keys.Select(client => Cells.TryGetValue(client, out var cell) ? Text(cell.Value, cell.Ratio) : "");
        var spread = Spread?.ToString("p1", CultureInfo.InvariantCulture);
        return $"| {Name} | {string.Join(" | ", cells)} | {spread} | {Target?.Judge(Cells[BenchClients.Ours].Ratio)} |";
    }

    private string Text(double value, double ratio) =>
        value.ToString(Format, CultureInfo.InvariantCulture)
        + (double.IsFinite(ratio) ? string.Create(CultureInfo.InvariantCulture, $" ({ratio:f2})") : "");
}
