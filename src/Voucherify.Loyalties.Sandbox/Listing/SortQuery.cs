using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>The order of a list with numbered pages. What was never changed counts as changed when it was created (A).</summary>
internal static class SortQuery
{
    public const string NewestFirst = "-created_at";
    public const string OldestFirst = "created_at";

    /// <summary>Sorts rows that come in the order of their creation.</summary>
    /// <param name="call">The request.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="byDefault">The order of a request that names none.</param>
    /// <param name="sorted">The sorted rows.</param>
    /// <param name="refusal">What is wrong with the request.</param>
    /// <param name="code">What <c>code</c> means, for a list that can be sorted by it.</param>
    public static bool TrySort<T>(
        SandboxCall call,
        IEnumerable<T> rows,
        string byDefault,
        [NotNullWhen(true)] out IReadOnlyList<T>? sorted,
        [NotNullWhen(false)] out SandboxResponse? refusal,
        Func<T, string>? code = null)
        where T : IDated
    {
        var order = call.Target.Query.Find("order") ?? byDefault;

        // The reversal makes the newest of those that share a moment come first, as sorting is stable.
        sorted = (order, code) switch
        {
            ("created_at", _) => [.. rows.OrderBy(row => row.CreatedAt)],
            ("-created_at", _) => [.. rows.Reverse().OrderByDescending(row => row.CreatedAt)],
            ("updated_at", _) => [.. rows.OrderBy(row => row.UpdatedAt ?? row.CreatedAt)],
            ("-updated_at", _) => [.. rows.Reverse().OrderByDescending(row => row.UpdatedAt ?? row.CreatedAt)],
            ("code", not null) => [.. rows.OrderBy(code, StringComparer.Ordinal)],
            ("-code", not null) => [.. rows.OrderByDescending(code, StringComparer.Ordinal)],
            _ => null,
        };
        refusal = sorted is null ? Errors.InvalidQueryParams(call, "Property .order must be equal to one of the allowed values") : null;
        return sorted is not null;
    }
}
