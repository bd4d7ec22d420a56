namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// Collects what ours has and the vendor's counterpart has not.
/// A request must not offer what the operation does not take, so there every counterpart counts.
/// In answers one schema of ours may stand for several of the vendor's and have the members of all: only what none of them has is an addition.
/// </summary>
internal sealed class Additions(Findings findings)
{
    private readonly Dictionary<(string Pointer, string What), (Located Place, string Counterpart)> _unmatched = [];
    private readonly HashSet<(string Pointer, string What)> _matched = [];

    public void Seen(Located place, string what, Shape vendor, bool matched, bool isRequest)
    {
        var key = (place.FullPointer, what);
        if (matched)
        {
            _matched.Add(key);
        }
        else if (isRequest)
        {
            Report(place, what, vendor.Schemas[0].FullPointer);
        }
        else
        {
            _unmatched.TryAdd(key, (place, vendor.Schemas[0].FullPointer));
        }
    }

    public void Report()
    {
        foreach (var (key, (place, counterpart)) in _unmatched.Where(addition => !_matched.Contains(addition.Key)))
        {
            Report(place, key.What, counterpart);
        }
    }

    private void Report(Located place, string what, string counterpart) =>
        findings.Add(place, what, $"Compare it with {counterpart}: remove it, or say where it is known from.");
}
