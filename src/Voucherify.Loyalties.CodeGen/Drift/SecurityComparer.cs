namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Compares which credentials and scopes the operations accept.</summary>
internal static class SecurityComparer
{
    /// <summary>Compares the scopes that exist.</summary>
    public static void Compare(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours, Findings findings)
    {
        var own = Scopes(ours);
        var theirs = Scopes(vendor);
        foreach (var (name, place) in theirs.Where(scope => !own.ContainsKey(scope.Key)))
        {
            findings.Add(place, $"the scope '{name}' is not in ours", "Add it to our document.");
        }

        foreach (var (name, place) in own.Where(scope => theirs.Count > 0 && !theirs.ContainsKey(scope.Key)))
        {
            findings.Add(place, $"the scope '{name}' is only in ours", "Remove it, or say where it is known from.");
        }
    }

    /// <summary>Compares what an operation accepts.</summary>
    public static void Compare(ContractOperation vendor, ContractOperation ours, Findings findings)
    {
        var (theirs, own) = (Describe(vendor), Describe(ours));
        if (theirs != own)
        {
            findings.Add(vendor.Node, $"the credentials are {theirs}, in ours {own}", $"Change {ours.Node.FullPointer}.");
        }
    }

    private static Dictionary<string, DocumentNode> Scopes(IEnumerable<ContractDocument> documents) =>
        documents.SelectMany(document => document.Scopes()).DistinctBy(scope => scope.Name).ToDictionary(StringComparer.Ordinal);

    private static string Describe(ContractOperation operation) => string.Join(
        " or ",
        operation.Security.Items().Select(Requirement).Order(StringComparer.Ordinal).DefaultIfEmpty("none"));

    private static string Requirement(DocumentNode requirement) => string.Join(
        " with ",
        ((DocumentNode?)requirement).Members().Select(scheme => $"{scheme.Name}{Scopes(scheme.Value)}").Order(StringComparer.Ordinal));

    private static string Scopes(DocumentNode scheme)
    {
        var scopes = ((DocumentNode?)scheme).Items().Select(scope => scope.Node.ToString()).Order(StringComparer.Ordinal).ToList();
        return scopes.Count == 0 ? string.Empty : $" ({string.Join(", ", scopes)})";
    }
}
