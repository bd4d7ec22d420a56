using Voucherify.Loyalties.Benchmarks.Clients;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>The one form in which everything is printed: it can be pasted into a page of the docs.</summary>
internal static class MarkdownTable
{
    public static void Print(IEnumerable<Row> rows, TextWriter output)
    {
        output.WriteLine($"| for a call (ratio) | {string.Join(" | ", BenchClients.All.Keys)} | target |");
        output.WriteLine($"|---|{string.Concat(BenchClients.All.Keys.Select(static _ => "---:|"))}---|");
        foreach (var row in rows)
        {
            output.WriteLine(row);
        }
    }
}
