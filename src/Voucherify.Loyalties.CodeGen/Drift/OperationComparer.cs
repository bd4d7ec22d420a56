using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Compares the vendor's documents with ours, operation by operation.</summary>
internal sealed class OperationComparer
{
    private const string AddAndGenerate = "Add it to our document and run the generator.";

    private readonly Findings _findings = new();
    private readonly SchemaComparer _schemas;
    private readonly BodyComparer _bodies;

    private OperationComparer()
    {
        _schemas = new(_findings);
        _bodies = new(_findings, _schemas);
    }

    public static IReadOnlyList<Difference> Compare(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours)
    {
        var comparer = new OperationComparer();
        SecurityComparer.Compare(vendor, ours, comparer._findings);
        comparer.CompareHandRead(vendor, ours);
        comparer.CompareEvents(vendor, ours);
        comparer.CompareAll(Operations(vendor), Operations(ours));
        return comparer._findings.All;
    }

    private static List<ContractOperation> Operations(IEnumerable<ContractDocument> documents) =>
        [.. documents.SelectMany(document => document.Operations())];

    private void CompareAll(List<ContractOperation> vendor, List<ContractOperation> ours)
    {
        foreach (var operation in vendor)
        {
            if (ours.Find(candidate => candidate.Route == operation.Route) is { } own)
            {
                CompareOperation(operation, own);
            }
            else
            {
                _findings.Add(operation.Node, $"the operation {operation.Route} is not in ours", AddAndGenerate);
            }
        }

        foreach (var operation in ours.Where(operation => vendor.TrueForAll(candidate => candidate.Route != operation.Route)))
        {
            _findings.Add(
                operation.Node,
                $"the operation {operation.Route} is only in ours",
                "If the vendor removed it, calls will fail: remove it, or mark its method as obsolete.");
        }

        _schemas.Finish();
    }

    // No reference leads through raw JSON, so the schemas that hand-written code reads from it name their counterparts.
    private void CompareHandRead(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours)
    {
        var candidates = vendor.SelectMany(document => document.Schemas()).ToList();
        foreach (var schema in ours.SelectMany(document => document.Schemas()))
        {
            var names = VendorSchemas(schema).ToList();
            var counterparts = candidates.Where(candidate => names.Contains(candidate.FullPointer)).ToList();
            foreach (var name in names.Except(counterparts.Select(counterpart => counterpart.FullPointer)))
            {
                _findings.Add(
                    schema,
                    $"the vendor's schema {name} is gone",
                    $"Remove it from {SpecExtensions.VendorSchemas}, and check the code that reads it.");
            }

            if (counterparts.Count > 0)
            {
                _schemas.CompareResponses(counterparts, schema);
            }
        }
    }

    // The data of an event are read by hand, too.
    private void CompareEvents(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours)
    {
        var read = ours.SelectMany(document => document.Schemas()).SelectMany(VendorSchemas).ToHashSet();
        foreach (var (name, data) in vendor.SelectMany(document => document.Events()).Where(item => !read.Contains(item.Data.FullPointer)))
        {
            _findings.Add(data, $"the event {name} is not in ours", $"Name the schema in {SpecExtensions.VendorSchemas} of ours.");
        }
    }

    private static IEnumerable<string> VendorSchemas(DocumentNode schema) =>
        schema.Child(SpecExtensions.VendorSchemas).Items().Select(name => name.Node.ToString());

    private void CompareOperation(ContractOperation vendor, ContractOperation ours)
    {
        var (theirs, own) = (vendor.Node.GetString("operationId"), ours.Node.GetString("operationId"));
        if (theirs != own)
        {
            _findings.Add(vendor.Node, $"the operationId is '{theirs}', in ours '{own}'", "Rename it in our document.");
        }

        CompareStability(vendor, ours);
        SecurityComparer.Compare(vendor, ours, _findings);
        CompareParameters(vendor, ours);
        _bodies.CompareRequests(vendor, ours);
        _bodies.CompareResponses(vendor, ours);
    }

    // The vendor's pages mark an operation that still changes with this badge.
    private void CompareStability(ContractOperation vendor, ContractOperation ours)
    {
        var inProgress = vendor.Node.GetString("description")?.Contains("Documentation in progress", StringComparison.Ordinal) == true;
        if (inProgress != ours.Node.GetFlag(SpecExtensions.Experimental))
        {
            _findings.Add(
                vendor.Node,
                inProgress ? "it is in progress, in ours it is stable" : "it is stable, in ours it is experimental",
                $"Change {SpecExtensions.Experimental} in our document.");
        }
    }

    private void CompareParameters(ContractOperation vendor, ContractOperation ours)
    {
        var own = ours.Parameters.ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var parameter in vendor.Parameters)
        {
            if (own.Remove(NameOf(parameter), out var match))
            {
                CompareParameter(parameter, match);
            }
            else
            {
                _findings.Add(parameter, $"{vendor.Route} has no {NameOf(parameter)} in ours", AddAndGenerate);
            }
        }

        foreach (var (name, parameter) in own)
        {
            _findings.Add(parameter, $"only in ours {ours.Route} has the {name}", "If the vendor removed it, remove it, too.");
        }
    }

    private void CompareParameter(DocumentNode vendor, DocumentNode ours)
    {
        _findings.AddRequired(vendor, vendor.GetFlag("required"), ours.GetFlag("required"), $"Compare it with {ours.FullPointer}.");
        if (vendor.GetString("style") != ours.GetString("style"))
        {
            _findings.Add(
                vendor,
                $"the style is '{vendor.GetString("style")}', in ours '{ours.GetString("style")}'",
                $"Compare it with {ours.FullPointer}.");
        }

        if (vendor.Child("schema") is { } schema && ours.Child("schema") is { } own)
        {
            _schemas.Compare(schema, own, isRequest: true);
        }
    }

    private static string NameOf(DocumentNode parameter) => $"{parameter.GetString("in")} parameter '{parameter.GetString("name")}'";
}
