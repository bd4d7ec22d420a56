using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The numbered page that a request asks for. A page after the last one is empty (documented).</summary>
internal sealed record PageQuery(int Page, int Limit)
{
    private const int LastPage = 100;

    public static bool TryParse(
        SandboxCall call,
        [NotNullWhen(true)] out PageQuery? query,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (query, refusal) = (null, null);
        var page = 1;
        if (!PageLimit.TryParse(call, out var limit))
        {
            refusal = Errors.InvalidQueryParams(call, PageLimit.Problem);
        }
        else if (call.Query("page") is { } value
            && (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
        {
            refusal = Errors.InvalidQueryParams(call, "Property .page must be a positive integer");
        }
        else if (page > LastPage)
        {
            refusal = Errors.PageOverLimit(call, LastPage);
        }
        else
        {
            query = new PageQuery(page, limit);
        }

        return query is not null;
    }

    /// <summary>Responds with the page, and with how many rows there are in all.</summary>
    /// <param name="rows">All rows of the list.</param>
    /// <param name="writeRow">Writes the properties of a row.</param>
    /// <param name="name">The property that has the rows. It is not the same for all lists (documented).</param>
    public SandboxResponse Respond<T>(IReadOnlyList<T> rows, Action<Utf8JsonWriter, T> writeRow, string name = ListResponse.Data) =>
        ListResponse.Of(rows.Skip((Page - 1) * Limit).Take(Limit), rows.Count, writeRow, name);
}
