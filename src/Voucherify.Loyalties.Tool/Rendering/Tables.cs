using Spectre.Console;

namespace Voucherify.Loyalties.Tool.Rendering;

/// <summary>The style that all tables share.</summary>
internal static class Tables
{
    public static Table Create() => new Table().Border(TableBorder.Rounded).BorderStyle(new Style(decoration: Decoration.Dim));

    public static Table Left(this Table table, string header) => table.AddColumn(Column(header));

    public static Table Right(this Table table, string header) => table.AddColumn(Column(header).RightAligned());

    /// <summary>Adds a column that wraps its texts if the terminal is narrow.</summary>
    public static Table Wrapping(this Table table, string header) => table.AddColumn(new TableColumn(Header(header)));

    private static TableColumn Column(string header) => new TableColumn(Header(header)).NoWrap();

    private static Text Header(string header) => new(header, new Style(decoration: Decoration.Bold));
}
