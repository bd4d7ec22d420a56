using Voucherify.Loyalties.Benchmarks.Clients;

namespace Voucherify.Loyalties.Benchmarks.Report;

/// <summary>Prints rows as Markdown, so that a page of the docs can take them over.</summary>
internal static class MarkdownTable
{
    /// <summary>Prints the command, each row as soon as it is measured, and the notes.</summary>
    public static void Print(string[] arguments, IEnumerable<Row> rows, IEnumerable<string> notes, TextWriter output)
    {
        output.WriteLine($"`dotnet run -c Release --project tests/Voucherify.Loyalties.Benchmarks -- {string.Join(' ', arguments)}`");
        output.WriteLine();
        output.WriteLine($"| for a call (ratio) | {string.Join(" | ", BenchClients.All.Keys)} | spread | target |");
        output.WriteLine($"|---|{string.Concat(BenchClients.All.Keys.Select(static _ => "---:|"))}---:|---|");
        foreach (var row in rows)
        {
            output.WriteLine(row);
        }

        output.WriteLine();
        foreach (var note in notes)
        {
            output.WriteLine(note);
        }
    }
}
