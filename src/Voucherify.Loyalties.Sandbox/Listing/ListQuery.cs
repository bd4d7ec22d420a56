using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Json;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The part of a list of the v2 API that a request asks for. Unknown query parameters are ignored (assumed).</summary>
internal sealed record ListQuery<T>
{
    public required ListSchema<T> Schema { get; init; }

    public required RowOrder<T> Order { get; init; }

    public required ListFilter<T> Filter { get; init; }

    private int Limit { get; init; }

    private string? Cursor { get; init; }

    public static bool TryParse(
        SandboxCall call,
        ListSchema<T> schema,
        FilterContext context,
        [NotNullWhen(true)] out ListQuery<T>? query,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        query = null;
        var cursor = call.Query("cursor");
        var problem = cursor is not null && !Identifier.Matches(cursor, schema.CursorPrefix) ? "Property .cursor is invalid" : null;
        if (!PageLimit.TryParse(call, out var limit))
        {
            problem = PageLimit.Problem;
        }

        if (!RowOrder<T>.TryParse(call, schema, out var order))
        {
            problem ??= "Property .order must be equal to one of the allowed values";
        }

        if (!ListFilter<T>.TryParse(call, schema, context, out var filter, out var filterProblem))
        {
            problem ??= filterProblem;
        }

        query = problem is null
            ? new ListQuery<T> { Schema = schema, Order = order!, Filter = filter!, Limit = limit, Cursor = cursor }
            : null;
        refusal = problem is null ? null : Errors.InvalidQueryParams(call, problem);
        return query is not null;
    }

    /// <summary>Responds with a page, or refuses the cursor. That is checked last (documented).</summary>
    /// <param name="call">The request.</param>
    /// <param name="cursors">The cursors of the service.</param>
    /// <param name="rows">All rows of the list, in any order.</param>
    /// <param name="writeRow">Writes the properties of a row.</param>
    public SandboxResponse Respond(SandboxCall call, CursorStore cursors, IEnumerable<T> rows, Action<Utf8JsonWriter, T> writeRow)
    {
        var (path, bound) = (string.Join('/', call.Target.Segments), Bound(call));
        IssuedCursor? position = null;
        if (Cursor is not null)
        {
            position = cursors.Find(call, Cursor);
            if (Refuse(call, position, path, bound) is { } refusal)
            {
                return refusal;
            }
        }

        var page = rows.Where(Filter.Accepts).Order(Order).Where(row => IsAfter(row, position)).Take(Limit + 1).ToList();
        var hasMore = page.Count > Limit;
        if (hasMore)
        {
            page.RemoveAt(Limit);
        }

        return JsonResponse.Object(writer =>
        {
            writer.WriteString("object", "list");
            writer.WriteArray("data", page, writeRow);
            WriteCursor(writer, call, cursors, hasMore ? new IssuedCursor(path, bound, page[^1]!) : null);
        });
    }

    // The keys are documented. That the path belongs to a cursor is assumed.
    private static SandboxResponse? Refuse(SandboxCall call, IssuedCursor? position, string path, string bound)
    {
        if (position is null)
        {
            return Errors.Refusal(
                call, 400, "invalid_or_expired_cursor", "Invalid or expired cursor", "The cursor is unknown or has expired");
        }

        if (!string.Equals(position.Path, path, StringComparison.Ordinal))
        {
            return Errors.Refusal(call, 400, "invalid_cursor", "Invalid cursor", "The cursor belongs to another list");
        }

        return string.Equals(position.Query, bound, StringComparison.Ordinal)
            ? null
            : Errors.Refusal(
                call,
                400,
                "cursor_and_query_mismatch",
                "Cursor and query mismatch",
                "The cursor belongs to another order, filter or limit");
    }

    private bool IsAfter(T row, IssuedCursor? position) => position is null || Order.Compare(row, (T)position.Last) > 0;

    private void WriteCursor(Utf8JsonWriter writer, SandboxCall call, CursorStore cursors, IssuedCursor? cursor)
    {
        if (cursor is null)
        {
            writer.WriteNull("cursor");
            return;
        }

        var (id, expiresAt) = cursors.Issue(call, Schema.CursorPrefix, cursor);
        writer.WriteObject("cursor", inner =>
        {
            inner.WriteString("next", id);
            inner.WriteInstant("expires_at", expiresAt);
        });
    }

    // What every page must repeat.
    private string Bound(SandboxCall call)
    {
        var filters = call.Target.Query.Pairs
            .Where(static pair => pair.Key.StartsWith("filters[", StringComparison.Ordinal))
            .Select(static pair => $"{pair.Key}={pair.Value}")
            .Order(StringComparer.Ordinal);
        var limit = Schema.BindsLimit ? Limit : 0;
        return string.Join('&', [string.Join(',', RowOrder<T>.Names(call, Schema)), limit, .. filters]);
    }
}
