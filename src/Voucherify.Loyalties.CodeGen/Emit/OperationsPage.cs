using System.Text;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The page about the operations, in Markdown: a table for each client.</summary>
internal static class OperationsPage
{
    private const string Start = """
        # Operations

        Generated from our OpenAPI documents, as the code is: change the documents, not this page.

        The sections are the properties of the client. Each method stands with the operations that it calls. Where there are two, the second is the same operation within one campaign: it is called when `campaignId` is given.
        Errors are the documented refusals, each a `LoyaltyApiException` (429: `LoyaltyRateLimitException`); any operation can also answer 5xx.
        Scopes are the ones of which an access token needs one; an API key needs none.
        Not here, since OpenAPI cannot say it: `ExportsClient.DownloadAsync`, which reads the file of an export from another host.

        ## Idempotency

        What the client does when an answer is lost, and nothing tells whether the request was applied.

        | class | a repeat | after a lost answer |
        |---|---|---|
        | <a id="safe"></a>safe | changes nothing | repeated |
        | <a id="idempotent"></a>idempotent | ends in the same state | repeated |
        | <a id="harmless-duplicate"></a>harmless-duplicate | does the work a second time, without harm | repeated |
        | <a id="conditional"></a>conditional | is refused with the key that stands beside it, whoever was first | never repeated, `LoyaltyOutcomeUnknownException` |
        | <a id="reconciled"></a>reconciled | applies again | looked for by its `source_id`, sent again only when it can no longer be applied |
        | <a id="non-idempotent"></a>non-idempotent | applies again | never repeated, `LoyaltyOutcomeUnknownException` |

        """;

    public static string Emit(ApiModel model)
    {
        var page = new StringBuilder(Start);
        foreach (var document in model.Documents)
        {
            var prefix = document.Name == SourceDocument.Platform ? string.Empty : $"{Naming.Pascal(document.Name)}.";
            foreach (var resource in document.Resources)
            {
                Resource(page, resource, prefix);
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void Resource(StringBuilder page, ResourceModel resource, string prefix)
    {
        page.AppendLine().AppendLine($"## {prefix}{resource.Tag}").AppendLine().AppendLine(resource.Doc).AppendLine();
        page.AppendLine("| method | operation | idempotency | paging | errors | scopes |").AppendLine("|---|---|---|---|---|---|");
        foreach (var method in resource.Methods)
        {
            page.AppendLine($"| {string.Join(" | ", Cells(method))} |");
        }
    }

    private static IEnumerable<string> Cells(MethodModel method) =>
    [
        $"`{method.Name}Async`{(method.Main.Paging is null ? "" : $"<br>`{method.Name}PageAsync`")}",
        string.Join("<br>", method.Routes.Select(Route).Concat(method.OtherRoutes.Select(other => $"{Route(other)} is the same, and never called"))),
        $"[{method.Main.Idempotency}](#{method.Main.Idempotency}){(method.Main.AlreadyDone is { } key ? $": `{key}`" : "")}",
        method.Main.Paging is { } paging ? paging.ByCursor ? "cursor" : "page numbers" : "",
        string.Join(", ", method.Routes.SelectMany(route => route.Errors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)),
        method.Main.NeedsAppKey ? "API key only" : string.Join(", ", method.Main.Scopes.Select(scope => $"`{scope}`")),
    ];

    private static string Route(OperationModel operation) => $"`{operation.HttpMethod.ToUpperInvariant()} {operation.Path}` (`{operation.Id}`)";
}
