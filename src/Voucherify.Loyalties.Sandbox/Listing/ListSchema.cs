namespace Voucherify.Loyalties.Sandbox.Listing;

/// <summary>What a list of the v2 API can be sorted and filtered by.</summary>
/// <param name="CursorPrefix">The prefix of its cursors.</param>
/// <param name="DefaultOrder">The order if a request does not name one.</param>
internal sealed record ListSchema<T>(string CursorPrefix, string DefaultOrder)
{
    /// <summary>The id of a row, which decides among equal ones.</summary>
    public required Func<T, string> Id { get; init; }

    /// <summary>What the list can be sorted by.</summary>
    public required IReadOnlyDictionary<string, Func<T, IComparable>> Orders { get; init; }

    /// <summary>What the list can be filtered by.</summary>
    public IReadOnlyDictionary<string, FilterField<T>> Filters { get; init; } =
        new Dictionary<string, FilterField<T>>(StringComparer.Ordinal);

    /// <summary>Whether a cursor belongs to a limit, and not only to an order and filters (documented for some lists).</summary>
    public bool BindsLimit { get; init; }
}
