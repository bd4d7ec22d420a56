namespace Voucherify.Loyalties.CodeGen.Drift;

/// <summary>Compares the bodies of requests and responses.</summary>
internal sealed class BodyComparer(Findings findings, SchemaComparer schemas)
{
    public void CompareRequests(ContractOperation vendor, ContractOperation ours) =>
        Compare(vendor.Node.Child("requestBody"), ours.Node.Child("requestBody"), "request body", isRequest: true);

    public void CompareResponses(ContractOperation vendor, ContractOperation ours)
    {
        var own = ours.Node.Child("responses").Members().ToDictionary(StringComparer.Ordinal);
        foreach (var (status, response) in vendor.Node.Child("responses").Members())
        {
            if (own.Remove(status, out var match))
            {
                Compare(response.Resolved(), match.Resolved(), $"body of the response {status}", isRequest: false);
            }
            else
            {
                findings.Add(response, $"the response {status} is not in ours", "Add the response to our document.");
            }
        }

        foreach (var (status, response) in own.Where(response => !ComparisonRules.IsGeneralError(response.Key)))
        {
            findings.Add(response, $"the response {status} is only in ours", "Say where it is known from.");
        }
    }

    private void Compare(DocumentNode? vendor, DocumentNode? ours, string name, bool isRequest)
    {
        var own = Schemas(ours);
        foreach (var (media, schema) in Schemas(vendor))
        {
            if (own.Remove(media, out var match))
            {
                schemas.Compare(schema, match, isRequest);
            }
            else
            {
                findings.Add(vendor!.Value, $"the {name} as {media} is not in ours", "Add it to our document.");
            }
        }

        foreach (var media in own.Keys)
        {
            findings.Add(ours!.Value, $"the {name} as {media} is only in ours", "If the vendor removed it, remove it, too.");
        }
    }

    private static Dictionary<string, DocumentNode> Schemas(DocumentNode? body) => body?.Child("content").Members()
        .Where(media => media.Value.Child("schema") is not null)
        .ToDictionary(media => media.Name, media => media.Value.Child("schema")!.Value, StringComparer.Ordinal) ?? [];
}
