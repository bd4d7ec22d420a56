namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>
/// Compares schemas member by member. Names of schemas do not count, because ours are deduplicated: only the wire format counts.
/// A difference is reported once, at its schema, however many operations use that schema.
/// </summary>
internal sealed class SchemaComparer(Findings findings)
{
    private readonly HashSet<string> _compared = new(StringComparer.Ordinal);
    private readonly OwnAdditions _additions = new(findings);

    /// <summary>Compares a schema that is sent or received.</summary>
    public void Compare(DocumentNode vendor, DocumentNode ours, bool isRequest) =>
        Compare(EffectiveSchema.Of(vendor), EffectiveSchema.Of(ours), isRequest);

    /// <summary>Compares several responses of the vendor with the schema of ours that reads them all.</summary>
    public void CompareResponses(IReadOnlyList<DocumentNode> vendor, DocumentNode ours) =>
        Compare(EffectiveSchema.Of(vendor), EffectiveSchema.Of(ours), isRequest: false);

    /// <summary>Reports what only ours has in responses, once everything was compared.</summary>
    public void Finish() => _additions.Report();

    private void Compare(EffectiveSchema vendor, EffectiveSchema ours, bool isRequest)
    {
        if (!_compared.Add($"{isRequest} {vendor.Key} | {ours.Key}"))
        {
            return;
        }

        CompareTypes(vendor, ours);

        // Different types are reported already, and raw JSON has nothing inside to compare.
        var shared = vendor.Types.Intersect(ours.Types, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        if (shared.Remove("array"))
        {
            CompareInner(vendor.Elements, ours.Elements, isRequest);
        }

        if (shared.Remove("object"))
        {
            CompareProperties(vendor, ours, isRequest);
            CompareInner(vendor.Values, ours.Values, isRequest);
        }

        if (shared.Count > 0)
        {
            CompareValues(vendor, ours, isRequest);
        }
    }

    private void CompareTypes(EffectiveSchema vendor, EffectiveSchema ours)
    {
        var theirs = vendor.Types.ToList();
        var own = ours.Types.ToList();
        var missing = vendor.Leaves.Where(leaf => !own.Contains(leaf.Type)).ToList();
        var advice = $"Change {ours.Schemas[0].FullPointer}.";
        foreach (var (type, schema) in missing)
        {
            findings.Add(schema, $"the type is {type}, in our {ours.Name} {string.Join(" or ", own)}", advice);
        }

        if (missing.Count == 0 && own.Except(theirs).ToList() is { Count: > 0 } more)
        {
            findings.Add(
                vendor.Schemas[0],
                $"the type is {string.Join(" or ", theirs)}, in our {ours.Name} also {string.Join(" or ", more)}",
                advice);
        }
    }

    private void CompareValues(EffectiveSchema vendor, EffectiveSchema ours, bool isRequest)
    {
        if (ComparisonRules.IsMarker(vendor, ours, isRequest))
        {
            return;
        }

        foreach (var (value, list) in vendor.Enum.Where(value => !ours.Enum.ContainsKey(value.Key)))
        {
            findings.Add(list, $"the value '{value}' is not in our {ours.Name}", $"Add it to {ours.Schemas[0].FullPointer}.");
        }

        foreach (var (value, list) in ours.Enum)
        {
            _additions.Record(list, $"the value '{value}' is only in ours", vendor, vendor.Enum.ContainsKey(value), isRequest);
        }
    }

    private void CompareProperties(EffectiveSchema vendor, EffectiveSchema ours, bool isRequest)
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
                var advice = $"Compare it with '{name}' at {own[0].FullPointer}.";
                findings.AddRequired(places[0], vendor.Required.Contains(name), ours.Required.Contains(name), advice);
            }

            CompareInner(places, own, isRequest);
        }

        foreach (var (name, places) in ours.Properties)
        {
            _additions.Record(places[0], "the property is only in ours", vendor, vendor.Properties.ContainsKey(name), isRequest);
        }
    }

    private void CompareInner(List<DocumentNode> vendor, List<DocumentNode> ours, bool isRequest)
    {
        if (vendor.Count > 0 && ours.Count > 0)
        {
            Compare(EffectiveSchema.Of(vendor), EffectiveSchema.Of(ours), isRequest);
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
