namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Collects the differences, each once.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Pointer, string What), Difference> _all = [];

    public IReadOnlyList<Difference> All =>
    [
        .. _all.Values
            .OrderBy(difference => difference.Pointer, StringComparer.Ordinal)
            .ThenBy(difference => difference.What, StringComparer.Ordinal),
    ];

    public void Add(DocumentNode place, string what, string advice)
    {
        var difference = new Difference(place.FullPointer, what, advice);
        _all.TryAdd(difference.Key, difference);
    }

    /// <summary>Adds a difference if only one side requires something.</summary>
    public void AddRequired(DocumentNode place, bool byVendor, bool byUs, string advice)
    {
        if (byVendor != byUs)
        {
            Add(place, byVendor ? "it is required, in ours it is optional" : "it is optional, in ours it is required", advice);
        }
    }
}
