using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Voucherify.Loyalties.Sandbox.Http;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>Which numbered page a request wants. A page after the last is empty (D).</summary>
internal sealed record PageQuery(int Page, int Limit)
{
    private const int LastPage = 100;

    public static bool TryParse(
        SandboxCall call,
        [NotNullWhen(true)] out PageQuery? query,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        (query, refusal) = (null, null);
        var text = call.Target.Query.Find("page");
        var page = 1;
        if (!CursorQuery.TryParseLimit(call.Target.Query.Find("limit"), out var limit))
        {
            refusal = Errors.InvalidQueryParams(call, "Property .limit must be an integer from 1 to 100");
        }
        else if (text is not null && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out page) || page < 1))
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

    public List<T> Run<T>(IReadOnlyList<T> rows) => [.. rows.Skip((Page - 1) * Limit).Take(Limit)];
}
