namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>The differences found, each once.</summary>
internal sealed class Findings
{
    private readonly Dictionary<(string Pointer, string What), Difference> _all = [];

    public IReadOnlyList<Difference> All =>
    [
        .. _all.Values.OrderBy(difference => difference.Pointer, StringComparer.Ordinal).ThenBy(difference => difference.What, StringComparer.Ordinal),
    ];

    public void Add(Located place, string what, string advice)
    {
        var difference = new Difference(place.FullPointer, what, advice);
        _all.TryAdd(difference.Key, difference);
    }
}
