using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// The part of a list, sorted by id, that a request asks for, and its order. Unknown query parameters are ignored (assumed).
/// </summary>
internal sealed record CursorQuery
{
    private bool OldestFirst { get; init; }

    private int Limit { get; init; }

    private string? StartingAfterId { get; init; }

    public static bool TryParse(
        SandboxCall call,
        [NotNullWhen(true)] out CursorQuery? query,
        [NotNullWhen(false)] out string? problem,
        string sortedBy = "id")
    {
        (query, problem) = (null, null);
        if (!PageLimit.TryParse(call, out var limit))
        {
            problem = PageLimit.Problem;
            return false;
        }

        // Newest first by default, as in the vendor's examples.
        var order = call.Query("order") ?? "-" + sortedBy;
        if (!string.Equals(order.TrimStart('-'), sortedBy, StringComparison.Ordinal))
        {
            problem = "Property .order must be equal to one of the allowed values";
            return false;
        }

        query = new CursorQuery
        {
            Limit = limit,
            OldestFirst = order[0] is not '-',
            StartingAfterId = call.Query("starting_after_id"),
        };
        return true;
    }

    /// <summary>Responds with a page, and with the cursor of the next one.</summary>
    /// <param name="rows">All rows, by ascending id.</param>
    /// <param name="id">The id of a row.</param>
    /// <param name="filter">Which rows the list has.</param>
    /// <param name="writeRow">Writes the properties of a row.</param>
    public SandboxResponse Respond<T>(IReadOnlyList<T> rows, Func<T, string> id, Func<T, bool> filter, Action<Utf8JsonWriter, T> writeRow)
    {
        var page = InOrder(rows).Where(row => IsAfterCursor(id(row))).Where(filter).Take(Limit + 1).ToList();
        var hasMore = page.Count > Limit;
        if (hasMore)
        {
            page.RemoveAt(Limit);
        }

        return JsonResponse.Object(writer =>
        {
            ListResponse.WriteRows(writer, page, writeRow);
            writer.WriteBoolean("has_more", hasMore);

            // Absent on the last page (assumed).
            if (hasMore)
            {
                writer.WriteString("more_starting_after", id(page[^1]));
            }
        });
    }

    // Enumerable.Reverse would copy the list, and a lookup after a lost response reads a few rows of a long history.
    private IEnumerable<T> InOrder<T>(IReadOnlyList<T> rows)
    {
        for (var i = 0; i < rows.Count; i++)
        {
            yield return rows[OldestFirst ? i : rows.Count - 1 - i];
        }
    }

    // By comparison, not by position: a cursor stays valid while the list grows at its head, and an id that is not in the list is
    // still a place in it (assumed).
    private bool IsAfterCursor(string id)
    {
        var comparison = StartingAfterId is null ? 0 : string.CompareOrdinal(id, StartingAfterId);
        return StartingAfterId is null || (OldestFirst ? comparison > 0 : comparison < 0);
    }
}
