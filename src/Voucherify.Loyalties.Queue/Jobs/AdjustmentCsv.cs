using System.Globalization;
using System.Runtime.CompilerServices;
using Voucherify.Loyalties.Queue.Jobs;

namespace Voucherify.Loyalties.Queue;

/// <summary>Reads adjustments of version 1 from a file with comma-separated values.</summary>
public static class AdjustmentCsv
{
    private const int MostProblems = 100;

    private static readonly string[] Required = ["member_id", "points", "source_id"];

    private static readonly string[] Optional = ["campaign_id", "reason"];

    /// <summary>
    /// Reads a file line by line. Its first line names the columns: <c>member_id</c>, <c>points</c>, <c>source_id</c>, and if you like
    /// <c>campaign_id</c> and <c>reason</c>. Values may be quoted.
    /// </summary>
    /// <param name="csv">The file, in UTF-8.</param>
    /// <param name="campaignId">The program of lines that name none. Default: none.</param>
    /// <param name="cancellationToken">Cancels the enumeration.</param>
    /// <returns>The items. After the first problem no more are returned, and all problems are collected.</returns>
    /// <exception cref="CsvException">Lines are not valid. It is thrown at the end of the file, with their numbers.</exception>
    public static async IAsyncEnumerable<QueuedItem> ReadAsync(
        Stream csv, string? campaignId = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(csv);
        using var reader = new StreamReader(csv, leaveOpen: true);
        var lines = new CsvLines(reader);
        var problems = new List<CsvProblem>();
        var columns = ColumnsOf(await lines.ReadAsync(cancellationToken).ConfigureAwait(false), problems);
        while (columns is not null && await lines.ReadAsync(cancellationToken).ConfigureAwait(false) is { } fields)
        {
            if (fields is [""])
            {
                continue;
            }

            var (item, problem) = Parse(fields, columns, campaignId);
            if (problem is not null && problems.Count < MostProblems)
            {
                problems.Add(new CsvProblem(lines.Number, problem));
            }

            if (item is not null && problems.Count == 0)
            {
                yield return item;
            }
        }

        if (problems.Count > 0)
        {
            throw new CsvException(problems);
        }
    }

    private static Dictionary<string, int>? ColumnsOf(IReadOnlyList<string>? header, List<CsvProblem> problems)
    {
        var columns = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var name in header ?? [])
        {
            columns.TryAdd(name.Trim(), columns.Count);
        }

        var missing = Required.Where(name => !columns.ContainsKey(name)).ToList();
        var unknown = columns.Keys.Except(Required.Concat(Optional), StringComparer.OrdinalIgnoreCase).ToList();
        if (missing.Count == 0 && unknown.Count == 0 && columns.Count == header!.Count)
        {
            return columns;
        }

        problems.Add(new CsvProblem(
            1, $"The first line must name the columns {string.Join(", ", Required)}, and may name {string.Join(", ", Optional)}."));
        return null;
    }

    private static (QueuedAdjustment? Item, string? Problem) Parse(
        IReadOnlyList<string> fields, Dictionary<string, int> columns, string? campaignId)
    {
        if (fields.Count != columns.Count)
        {
            return (null, $"It has {fields.Count} values instead of {columns.Count}.");
        }

        if (!long.TryParse(fields[columns["points"]], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var points))
        {
            return (null, "The points are not a whole number.");
        }

        var item = new QueuedAdjustment
        {
            MemberId = fields[columns["member_id"]],
            Points = points,
            SourceId = fields[columns["source_id"]],
            CampaignId = Value("campaign_id") ?? campaignId,
            Reason = Value("reason"),
        };
        try
        {
            item.Check();
            return (item, null);
        }
        catch (ArgumentException error)
        {
            return (null, error.Message);
        }

        string? Value(string name) =>
            columns.TryGetValue(name, out var column) && fields[column] is { Length: > 0 } value ? value : null;
    }
}
