using System.Net;
using Voucherify.Loyalties.CodeGen.Drift;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>
/// Calls the public method of each operation with a sample for everything in the document, and reports what is missing from the request at
/// the socket.
/// </summary>
internal sealed class OperationCoverage(string json, string version = "v1")
{
    // A new member has no membership yet, so the third way to identify a customer is refused before anything is sent.
    private static readonly HashSet<(string Id, int Round)> Refused =
    [
        ("createProgramMember", 2), ("batchCreateProgramMembers", 2),
    ];

    private readonly List<ContractOperation> _operations = [.. ContractDocument.Parse(version, json).Operations()];

    public IEnumerable<string> Ids => _operations.Select(operation => operation.Node.GetString("operationId")!);

    /// <summary>Returns the operations, each with the schema of its response, or null. A list of the schema has brackets.</summary>
    public IEnumerable<(CoveredOperation Operation, string? Schema)> WithResponseSchemas() =>
        _operations.Select(static operation => (new CoveredOperation(operation, round: 0), ResponseSchemaOf(operation.Node)));

    /// <summary>Returns what is in the document and missing from the request.</summary>
    public async Task<IReadOnlyList<string>> GapsAsync(string id)
    {
        var gaps = new List<string>();
        var rounds = 1;
        for (var round = 0; round < rounds; round++)
        {
            var operation = Operation(id, round);
            rounds = operation.Rounds;

            // A route with the same ids under another path is an alias that is never called. The method of the main route, which must
            // exist, covers it.
            var isOtherRoute = operation.AliasOf is { } main && Operation(main, round).PathIds.Count == operation.PathIds.Count;
            gaps.AddRange(await CallAsync(isOtherRoute ? Operation(operation.AliasOf!, round) : operation, Refused.Contains((id, round))));
        }

        return gaps;
    }

    private CoveredOperation Operation(string id, int round) =>
        new(_operations.Single(operation => operation.Node.GetString("operationId") == id), round);

    private static async Task<IEnumerable<string>> CallAsync(CoveredOperation operation, bool isRefused)
    {
        // A rejection ends every call at once. Without a marker, a reason is sent as it is.
        using var test = new ScriptedClient(
            static builder => builder.Configure(static options => options.Reconciliation.Marker = MarkerPlacement.None),
            Steps.Respond(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_payload","message":"Refused"}"""));
        if (OperationCaller.Of(operation) is not { } caller)
        {
            var (client, method) = operation.Target;
            return [$"{operation.Pointer}: no public method {method}Async of {client} takes {string.Join(", ", operation.PathIds.Keys)}"];
        }

        if (isRefused)
        {
            await Assert.ThrowsAsync<ArgumentException>(() => caller.CallAsync(test.Client));
            Assert.Empty(test.Handler.Requests);
            return [];
        }

        await Assert.ThrowsAsync<LoyaltyApiException>(() => caller.CallAsync(test.Client));
        return WireComparer.Compare(operation, Assert.Single(test.Handler.Requests));
    }

    private static string? ResponseSchemaOf(DocumentNode operation)
    {
        var response = operation.Child("responses")?.Child("200") ?? operation.Child("responses")?.Child("202");
        var schema = response?.Child("content")?.Child("application/json")?.Child("schema");
        return (schema?.GetString("$ref") ?? schema?.Child("items")?.GetString("$ref")) is { } reference
            ? reference.Split('/')[^1] + (schema?.GetString("$ref") is null ? "[]" : "")
            : null;
    }
}
