namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// Collects what only our documents have.
/// A request must not offer what the operation does not accept, so it is compared with every counterpart.
/// A response schema of ours may stand for several of the vendor's and have the members of all. Only what none of them has is an addition.
/// </summary>
internal sealed class OwnAdditions(Findings findings)
{
    private readonly Dictionary<(string Pointer, string What), (DocumentNode Place, string Counterpart)> _unmatched = [];
    private readonly HashSet<(string Pointer, string What)> _matched = [];

    /// <param name="place">The place in our document.</param>
    /// <param name="what">The difference that it would be.</param>
    /// <param name="vendor">The counterpart.</param>
    /// <param name="matched">Whether the counterpart has it, too.</param>
    /// <param name="isRequest">Whether it is sent.</param>
    public void Record(DocumentNode place, string what, EffectiveSchema vendor, bool matched, bool isRequest)
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

    /// <summary>Reports the additions to responses, once everything was compared.</summary>
    public void Report()
    {
        foreach (var (key, (place, counterpart)) in _unmatched.Where(addition => !_matched.Contains(addition.Key)))
        {
            Report(place, key.What, counterpart);
        }
    }

    private void Report(DocumentNode place, string what, string counterpart) =>
        findings.Add(place, what, $"Compare it with {counterpart}. Remove it, or say where it is known from.");
}
