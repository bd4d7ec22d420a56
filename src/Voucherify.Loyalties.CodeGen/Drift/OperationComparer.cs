using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Compares two documents operation by operation.</summary>
internal sealed class OperationComparer
{
    private readonly Findings _findings = new();
    private readonly SchemaComparer _schemas;

    private OperationComparer() => _schemas = new(_findings);

    public static IReadOnlyList<Difference> Compare(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours)
    {
        var comparer = new OperationComparer();
        SecurityComparer.Compare(vendor, ours, comparer._findings);
        comparer.ReadByHand(vendor, ours);
        comparer.Run([.. vendor.SelectMany(document => document.Operations())], [.. ours.SelectMany(document => document.Operations())]);
        return comparer._findings.All;
    }

    private void Run(List<ContractOperation> vendor, List<ContractOperation> ours)
    {
        foreach (var operation in vendor)
        {
            if (ours.Find(candidate => candidate.Route == operation.Route) is { } own)
            {
                Operation(operation, own);
            }
            else
            {
                _findings.Add(operation.Node, $"the operation {operation.Route} is not in ours", "Add it to our document and generate.");
            }
        }

        foreach (var operation in ours.Where(operation => vendor.TrueForAll(candidate => candidate.Route != operation.Route)))
        {
            _findings.Add(operation.Node, $"the operation {operation.Route} is only in ours", "If the vendor removed it, calls will fail: remove it, or deprecate its method.");
        }

        _schemas.Finish();
    }

    // Below raw JSON there is nothing to walk through, so these schemas name what they are read from.
    private void ReadByHand(IReadOnlyList<ContractDocument> vendor, IReadOnlyList<ContractDocument> ours)
    {
        foreach (var schema in ours.SelectMany(document => document.Schemas()).Where(schema => schema.Child(SpecExtensions.VendorSchemas) is not null))
        {
            var names = schema.Child(SpecExtensions.VendorSchemas).Items().Select(name => name.Node.ToString()).ToList();
            var theirs = vendor.SelectMany(document => document.Schemas()).Where(candidate => names.Contains(candidate.FullPointer)).ToList();
            foreach (var name in names.Except(theirs.Select(candidate => candidate.FullPointer)))
            {
                _findings.Add(schema, $"the vendor's schema {name} is gone", $"Remove it from {SpecExtensions.VendorSchemas}, and look at what is read.");
            }

            if (theirs.Count > 0)
            {
                _schemas.CompareAnswers(theirs, schema);
            }
        }
    }

    private void Operation(ContractOperation vendor, ContractOperation ours)
    {
        if (vendor.Node.Text("operationId") is var id && id != ours.Node.Text("operationId"))
        {
            _findings.Add(vendor.Node, $"the operationId is '{id}', in ours '{ours.Node.Text("operationId")}'", "Rename it in our document.");
        }

        SecurityComparer.Compare(vendor, ours, _findings);
        Parameters(vendor, ours);
        RequestBody(vendor, ours);
        Responses(vendor, ours);
    }

    private void Parameters(ContractOperation vendor, ContractOperation ours)
    {
        var own = ours.Parameters.ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var parameter in vendor.Parameters)
        {
            if (own.Remove(NameOf(parameter), out var match))
            {
                Parameter(parameter, match);
            }
            else
            {
                _findings.Add(parameter, $"{vendor.Route} has no {NameOf(parameter)} in ours", "Add the parameter to our document and generate.");
            }
        }

        foreach (var (name, parameter) in own)
        {
            _findings.Add(parameter, $"only in ours {ours.Route} has the {name}", "If the vendor removed it, remove it too.");
        }
    }

    private void Parameter(Located vendor, Located ours)
    {
        if (vendor.Flag("required") != ours.Flag("required"))
        {
            _findings.Add(vendor, vendor.Flag("required") ? "it is required, in ours it is optional" : "it is optional, in ours it is required", $"Look at {ours.FullPointer}.");
        }

        if (vendor.Text("style") != ours.Text("style"))
        {
            _findings.Add(vendor, $"the style is '{vendor.Text("style")}', in ours '{ours.Text("style")}'", $"Look at {ours.FullPointer}.");
        }

        if (vendor.Child("schema") is { } schema && ours.Child("schema") is { } own)
        {
            _schemas.Compare(schema, own, isRequest: true);
        }
    }

    private static string NameOf(Located parameter) => $"{parameter.Text("in")} parameter '{parameter.Text("name")}'";

    private void RequestBody(ContractOperation vendor, ContractOperation ours) =>
        Bodies(vendor.Node.Child("requestBody"), ours.Node.Child("requestBody"), "request body", vendor, ours, isRequest: true);

    private void Responses(ContractOperation vendor, ContractOperation ours)
    {
        var own = ours.Node.Child("responses").Members().ToDictionary(StringComparer.Ordinal);
        foreach (var (status, response) in vendor.Node.Child("responses").Members())
        {
            if (own.Remove(status, out var match))
            {
                Bodies(response.Resolved(), match.Resolved(), $"body of the answer {status}", vendor, ours, isRequest: false);
            }
            else
            {
                _findings.Add(response, $"the answer {status} is not in ours", "Add the answer to our document.");
            }
        }

        foreach (var (status, response) in own.Where(response => !Rules.IsGeneralError(response.Key)))
        {
            _findings.Add(response, $"the answer {status} is only in ours", "Say where it is known from.");
        }
    }

    private void Bodies(Located? vendor, Located? ours, string name, ContractOperation vendorOperation, ContractOperation ownOperation, bool isRequest)
    {
        var theirs = Content(vendor);
        var own = Content(ours);
        foreach (var (media, body) in theirs)
        {
            if (own.Remove(media, out var match))
            {
                _schemas.Compare(body, match, isRequest);
            }
            else
            {
                _findings.Add(vendor!.Value, $"the {name} as {media} is not in ours", $"Add it to {ownOperation.Node.FullPointer}.");
            }
        }

        foreach (var media in own.Keys)
        {
            _findings.Add(ours!.Value, $"the {name} as {media} is only in ours", $"Compare it with {vendorOperation.Node.FullPointer}.");
        }
    }

    private static Dictionary<string, Located> Content(Located? body) => body?.Child("content").Members()
        .Where(media => media.Value.Child("schema") is not null)
        .ToDictionary(media => media.Name, media => media.Value.Child("schema")!.Value, StringComparer.Ordinal) ?? [];
}
