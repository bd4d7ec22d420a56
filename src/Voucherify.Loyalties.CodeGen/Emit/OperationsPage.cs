using System.Text;
using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Writes the page about the operations in Markdown: a table for each client.</summary>
internal static class OperationsPage
{
    private const string Errors =
        "Errors are the documented refusals. Each is a `LoyaltyApiException`, and 429 is a `LoyaltyRateLimitException`. "
        + "Every operation can also respond with 5xx.";

    private const string Start = $"""
        # Operations

        This page lists the methods of the client, each with the operations that it calls. A section is a property of the client.

        - Some methods have two operations. The second one is called if `campaignId` is given.
        - {Errors}
        - An access token needs one of the scopes. An API key needs none. Version 2 names no scopes.
        - An experimental method calls an operation that the vendor still changes. To call it, suppress the diagnostic `VLOY0002`.
        - `ExportsClient.DownloadAsync` is missing, because OpenAPI cannot describe it: it reads the file of an export from another host.

        The page is generated from our OpenAPI documents, as the code is. Change the documents, not this page.

        ## Idempotency

        The class of an operation decides what the client does after a lost response, when it is unknown whether the request was applied.
        If the outcome stays unknown, the call throws a `LoyaltyOutcomeUnknownException`.

        | class | a repeat | after a lost response |
        |---|---|---|
        | <a id="safe"></a>safe | changes nothing | repeated |
        | <a id="idempotent"></a>idempotent | leads to the same state | repeated |
        | <a id="harmless-duplicate"></a>harmless-duplicate | does the work twice, without harm | repeated |
        | <a id="conditional"></a>conditional | is refused with the error key beside the class | never repeated: the outcome is unknown |
        | <a id="guarded"></a>guarded | is refused with the error key beside the class | read; repeated if the wanted state is not there |
        | <a id="reconciled"></a>reconciled | applies again | searched for by `source_id` or name, sent again if it is absent for good |
        | <a id="non-idempotent"></a>non-idempotent | applies again | not repeated: the outcome is unknown, unless a read shows it |

        """;

    public static string Emit(ApiModel model)
    {
        var page = new StringBuilder(Start);
        foreach (var document in model.Documents)
        {
            var prefix = document.Name == SourceDocument.Platform ? string.Empty : $"{Naming.Pascal(document.Name)}.";
            foreach (var resource in document.Resources)
            {
                AddResource(page, resource, prefix);
            }
        }

        return page.ToString().ReplaceLineEndings("\n");
    }

    private static void AddResource(StringBuilder page, ResourceModel resource, string prefix)
    {
        page.AppendLine().AppendLine($"## {prefix}{resource.Tag}").AppendLine().AppendLine(resource.Doc).AppendLine();
        page.AppendLine("| method | operation | idempotency | paging | errors | scopes |").AppendLine("|---|---|---|---|---|---|");
        foreach (var method in resource.Methods)
        {
            page.AppendLine($"| {string.Join(" | ", Cells(method))} |");
        }
    }

    private static IEnumerable<string> Cells(MethodModel method)
    {
        var main = method.Main;
        var uncalled = method.UncalledRoutes.Select(route => $"{Route(route)} is the same, and never called");
        var errors = method.Routes.SelectMany(route => route.Errors).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return
        [
            $"`{method.Name}Async`{(main.Paging is null ? "" : $"<br>`{method.Name}PageAsync`")}"
                + (main.IsExperimental ? "<br>experimental" : ""),
            string.Join("<br>", method.Routes.Select(Route).Concat(uncalled)),
            $"[{main.Idempotency}](#{main.Idempotency}){(main.AlreadyDone is { } key ? $": `{key}`" : "")}",
            main.Paging is { } paging ? Paging(paging.Style) : "",
            string.Join(", ", errors),
            main.NeedsAppKey ? "API key only" : string.Join(", ", main.Scopes.Select(scope => $"`{scope}`")),
        ];
    }

    private static string Paging(PagingStyle style) => style switch
    {
        PagingStyle.Cursor => "cursor",
        PagingStyle.ExpiringCursor => "expiring cursor",
        _ => "page numbers",
    };

    private static string Route(OperationModel operation) =>
        $"`{operation.HttpMethod.ToUpperInvariant()} {operation.Path}` (`{operation.Id}`)";
}
