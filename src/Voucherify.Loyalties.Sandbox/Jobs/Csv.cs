using System.Text;

namespace Voucherify.Loyalties.Sandbox.Jobs;

/// <summary>
/// Writes the file of an export: a line with the names of the columns, then one line for each row. Lines end with a line feed, and
/// values are quoted only where they must be (assumed: the columns are documented, the form of the file is not).
/// </summary>
internal static class Csv
{
    private static readonly char[] Special = [',', '"', '\n', '\r'];

    public static string Of<T>(IReadOnlyList<string> columns, IEnumerable<T> rows, Func<T, string, string?> value)
    {
        var file = new StringBuilder();
        AppendLine(file, columns);
        foreach (var row in rows)
        {
            AppendLine(file, columns.Select(column => value(row, column)));
        }

        return file.ToString();
    }

    private static void AppendLine(StringBuilder file, IEnumerable<string?> values) =>
        file.AppendJoin(',', values.Select(Quoted)).Append('\n');

    private static string Quoted(string? value) => value is null || value.IndexOfAny(Special) < 0
        ? value ?? string.Empty
        : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
