using Voucherify.Loyalties.Benchmarks.Clients;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>Prints rows as Markdown, so that a page of the docs can take them over.</summary>
internal static class MarkdownTable
{
    /// <summary>Prints each row as soon as it is measured.</summary>
    public static void Print(IEnumerable<Row> rows, TextWriter output)
    {
        output.WriteLine($"| for a call (ratio) | {string.Join(" | ", BenchClients.All.Keys)} | spread | target |");
        output.WriteLine($"|---|{string.Concat(BenchClients.All.Keys.Select(static _ => "---:|"))}---:|---|");
        foreach (var row in rows)
        {
            output.WriteLine(row);
        }
    }
}
