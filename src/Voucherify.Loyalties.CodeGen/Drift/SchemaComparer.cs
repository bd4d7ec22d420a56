namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// Compares schemas member by member. Names of schemas do not count, since ours are deduplicated: what counts is what stands on the wire.
/// A difference is reported once, at the schema where it stands, however many operations reach it.
/// </summary>
internal sealed class SchemaComparer(Findings findings)
{
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly Additions _additions = new(findings);

    /// <summary>Compares what is sent, or what is answered.</summary>
    public void Compare(Located vendor, Located ours, bool isRequest) => Compare(Shape.Of(vendor), Shape.Of(ours), isRequest);

    /// <summary>Compares several answers of the vendor with the one of ours that reads them all.</summary>
    public void CompareAnswers(IReadOnlyList<Located> vendor, Located ours) => Compare(Shape.Of(vendor), Shape.Of(ours), isRequest: false);

    /// <summary>Reports what only ours has in answers; known when everything was compared.</summary>
    public void Finish() => _additions.Report();

    private void Compare(Shape vendor, Shape ours, bool isRequest)
    {
        if (!_compared.Add($"{isRequest} {vendor.Key} | {ours.Key}"))
        {
            return;
        }

        Types(vendor, ours);

        // Raw JSON has nothing inside to compare, and an array has no members: that the types differ is said already.
        var shared = vendor.Types.Intersect(ours.Types, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (shared.Remove("array"))
        {
            Inner(vendor.Elements, ours.Elements, isRequest);
        }

        if (shared.Remove("object"))
        {
            Properties(vendor, ours, isRequest);
            Inner(vendor.Values, ours.Values, isRequest);
        }

        if (shared.Count > 0)
        {
            Values(vendor, ours, isRequest);
        }
    }

    private void Types(Shape vendor, Shape ours)
    {
        var theirs = vendor.Types.ToList();
        var own = ours.Types.ToList();
        var missing = vendor.Leaves.Where(leaf => !own.Contains(leaf.Type)).ToList();
        foreach (var (type, schema) in missing)
        {
            findings.Add(schema, $"the type is {type}, in our {ours.Name} {string.Join(" or ", own)}", $"Change {ours.Schemas[0].FullPointer}.");
        }

        if (missing.Count == 0 && own.Except(theirs).ToList() is { Count: > 0 } more)
        {
            findings.Add(vendor.Schemas[0], $"the type is {string.Join(" or ", theirs)}, in our {ours.Name} also {string.Join(" or ", more)}", $"Change {ours.Schemas[0].FullPointer}.");
        }
    }

    private void Values(Shape vendor, Shape ours, bool isRequest)
    {
        if (Rules.IsMarker(vendor, ours, isRequest))
        {
            return;
        }

        foreach (var (value, list) in vendor.Enum.Where(value => !ours.Enum.ContainsKey(value.Key)))
        {
            findings.Add(list, $"the value '{value}' is not in our {ours.Name}", $"Add it to {ours.Schemas[0].FullPointer}.");
        }

        foreach (var (value, list) in ours.Enum)
        {
            _additions.Seen(list, $"the value '{value}' is only in ours", vendor, vendor.Enum.ContainsKey(value), isRequest);
        }
    }

    private void Properties(Shape vendor, Shape ours, bool isRequest)
    {
        foreach (var (name, places) in vendor.Properties)
        {
            if (!ours.Properties.TryGetValue(name, out var own))
            {
                findings.Add(places[0], $"the property is not in our {ours.Name}", $"Add '{name}' to {ours.Schemas[0].FullPointer}.");
                continue;
            }

            if (isRequest)
            {
                Required(name, places[0], vendor.Required.Contains(name), ours.Required.Contains(name), own[0]);
            }

            Inner(places, own, isRequest);
        }

        foreach (var (name, places) in ours.Properties)
        {
            _additions.Seen(places[0], "the property is only in ours", vendor, vendor.Properties.ContainsKey(name), isRequest);
        }
    }

    private void Required(string name, Located place, bool byVendor, bool byUs, Located own)
    {
        if (byVendor != byUs)
        {
            findings.Add(place, byVendor ? "it is required, in ours it is optional" : "it is optional, in ours it is required", $"Look at '{name}' at {own.FullPointer}.");
        }
    }

    private void Inner(List<Located> vendor, List<Located> ours, bool isRequest)
    {
        if (vendor.Count > 0 && ours.Count > 0)
        {
            Compare(Shape.Of(vendor), Shape.Of(ours), isRequest);
        }
        else if (vendor.Count > 0)
        {
            findings.Add(vendor[0], "what is inside is described, in ours it is not", "Describe the items or values in ours.");
        }
        else if (ours.Count > 0)
        {
            findings.Add(ours[0], "what is inside is described only in ours", "Remove it, or say where it is known from.");
        }
    }
}
