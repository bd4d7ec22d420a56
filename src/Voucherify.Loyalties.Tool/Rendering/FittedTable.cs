using Spectre.Console;
using Spectre.Console.Rendering;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>Fits tables into narrow terminals: they lose columns, not letters.</summary>
internal static class FittedTable
{
    // A space on each side, and a line.
    private const int AroundCell = 3;

    /// <summary>Returns the table without the columns for which there is no room.</summary>
    /// <param name="table">The table.</param>
    /// <param name="console">Where it will be written.</param>
    /// <param name="dropOrder">The columns that may go, the least important one first.</param>
    public static Table Of(Table table, IAnsiConsole console, int[] dropOrder)
    {
        var widths = WidthsOf(table, console);
        var kept = Enumerable.Range(0, widths.Count).ToList();
        foreach (var column in dropOrder)
        {
            if (TotalOf(kept.Select(index => widths[index])) <= console.Profile.Width)
            {
                break;
            }

            kept.Remove(column);
        }

        return kept.Count == widths.Count ? table : Select(table, kept);
    }

    /// <summary>Returns a table of names and values, without its lines if there is no room for them.</summary>
    public static Table OfDetails(Table table, IAnsiConsole console)
    {
        var widths = WidthsOf(table, console);
        return TotalOf(widths) > console.Profile.Width && widths.Sum() + AroundCell <= console.Profile.Width
            ? table.Border(TableBorder.None)
            : table;
    }

    // A column that wraps needs the room of its longest word.
    private static List<int> WidthsOf(Table table, IAnsiConsole console)
    {
        var options = RenderOptions.Create(console);
        return
        [
            .. table.Columns.Select((column, index) => table.Rows
                .Select(row => row.ElementAt(index))
                .Append(column.Header)
                .Max(cell => cell.Measure(options, int.MaxValue) is var size && column.NoWrap ? size.Max : size.Min)),
        ];
    }

    private static int TotalOf(IEnumerable<int> widths) => widths.Sum(static width => width + AroundCell) + 1;

    private static Table Select(Table table, List<int> kept)
    {
        var narrow = Tables.Create();
        foreach (var index in kept)
        {
            narrow.AddColumn(table.Columns[index]);
        }

        foreach (var row in table.Rows)
        {
            narrow.AddRow(kept.Select(row.ElementAt));
        }

        return narrow;
    }
}
