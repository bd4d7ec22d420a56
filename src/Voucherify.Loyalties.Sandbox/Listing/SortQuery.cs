using System.Diagnostics.CodeAnalysis;
using Voucherify.Loyalties.Sandbox.Http;
using Voucherify.Loyalties.Sandbox.Time;

namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>
/// The order of a list with numbered pages. Rows that were never changed are sorted as if they had been changed when they were
/// created (assumed).
/// </summary>
/// <param name="newestFirst">The order if a request does not name one.</param>
internal sealed class SortQuery<T>(bool newestFirst)
    where T : IDated
{
    /// <summary>What <c>code</c> means, for a list that can be sorted by it.</summary>
    public Func<T, string>? Code { get; init; }

    /// <summary>Sorts rows that are in the order of their creation.</summary>
    public bool TrySort(
        SandboxCall call,
        IEnumerable<T> rows,
        [NotNullWhen(true)] out IReadOnlyList<T>? sorted,
        [NotNullWhen(false)] out SandboxResponse? refusal)
    {
        sorted = Sort(rows, call.Query("order") ?? (newestFirst ? "-created_at" : "created_at"));
        refusal = sorted is null
            ? Errors.InvalidQueryParams(call, "Property .order must be equal to one of the allowed values")
            : null;
        return sorted is not null;
    }

    // Sorting is stable, so the reversal puts the newest first among those with the same time.
    private IReadOnlyList<T>? Sort(IEnumerable<T> rows, string order) => (order, Code) switch
    {
        ("created_at", _) => [.. rows.OrderBy(static row => row.CreatedAt)],
        ("-created_at", _) => [.. rows.Reverse().OrderByDescending(static row => row.CreatedAt)],
        ("updated_at", _) => [.. rows.OrderBy(static row => row.UpdatedAt ?? row.CreatedAt)],
        ("-updated_at", _) => [.. rows.Reverse().OrderByDescending(static row => row.UpdatedAt ?? row.CreatedAt)],
        ("code", { } code) => [.. rows.OrderBy(code, StringComparer.Ordinal)],
        ("-code", { } code) => [.. rows.OrderByDescending(code, StringComparer.Ordinal)],
        _ => null,
    };
}
