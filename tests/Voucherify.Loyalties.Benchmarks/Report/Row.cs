using System.Globalization;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>A row of the table.</summary>
/// <param name="Name">What was measured, and in which unit.</param>
/// <param name="Values">The values of the clients, the floor's first and this package's last.</param>
/// <param name="Format">How the values are written.</param>
/// <param name="Target">The target, if there is one.</param>
internal sealed record Row(string Name, IReadOnlyList<double> Values, string Format = "n0", Target? Target = null)
{
    public override string ToString()
    {
        var cells = Values.Select(value => string.Create(CultureInfo.InvariantCulture, $"{value.ToString(Format, CultureInfo.InvariantCulture)} ({value / Values[0]:f2})"));
        return $"| {Name} | {string.Join(" | ", cells)} | {Target?.Judge(Values[^1] / Values[0])} |";
    }
}
