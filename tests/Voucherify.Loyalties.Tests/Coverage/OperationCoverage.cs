using System.Net;
using System.Reflection;
using Voucherify.Loyalties.CodeGen.Drift;
using Voucherify.Loyalties.Tests.Support;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>
/// Calls the public method of each operation of a document with a sample for everything that the document has, and says what is not on the wire.
/// Reflection finds and calls the methods; what is judged is the request next to the socket.
/// </summary>
internal sealed class OperationCoverage(string json)
{
    private readonly List<ContractOperation> _operations = [.. ContractDocument.Parse("ours", json).Operations()];

    public IEnumerable<string> Ids => _operations.Select(operation => operation.Node.Text("operationId")!);

    /// <summary>What is in the document and not on the wire.</summary>
    public async Task<IReadOnlyList<string>> GapsAsync(string id)
    {
        var gaps = new List<string>();
        var rounds = 1;
        for (var round = 0; round < rounds; round++)
        {
            var operation = Operation(id, round);
            rounds = operation.Rounds;

            // The same ids under another path: that route is an alias that is not called. Its operation counts as reached through the
            // method that does the same, which must be there, and is covered under its own id.
            var isOtherRoute = operation.AliasOf is { } main && Operation(main, round).PathIds.Count == operation.PathIds.Count;
            gaps.AddRange(await CallAsync(isOtherRoute ? Operation(operation.AliasOf!, round) : operation));
        }

        return gaps;
    }

    private CoveredOperation Operation(string id, int round) => new(_operations.Single(operation => operation.Node.Text("operationId") == id), round);

    private static async Task<IEnumerable<string>> CallAsync(CoveredOperation operation)
    {
        // A refusal ends every call at once, whatever the client would do with an answer.
        using var test = new TestClient(Steps.Answer(HttpStatusCode.BadRequest, """{"code":400,"key":"invalid_payload","message":"Refused"}"""));
        if (Method(operation) is not { } found)
        {
            return [$"{operation.Pointer}: no public method {operation.Target.Method}Async of {operation.Target.Client} takes {string.Join(", ", operation.PathIds.Keys)}"];
        }

        var arguments = found.GetParameters().Select(parameter => Argument(parameter, operation)).ToArray();
        await Assert.ThrowsAsync<LoyaltyApiException>(() => (Task)found.Invoke(Client(test.Client, operation), arguments)!);
        return WireComparer.Compare(operation, Assert.Single(test.Handler.Requests));
    }

    // A list has two methods; the one for a page makes the request that the other one makes again and again.
    private static MethodInfo? Method(CoveredOperation operation) => typeof(ILoyaltyClient).GetProperty(operation.Target.Client)?.PropertyType is { } client
        ? Named(client, $"{operation.Target.Method}PageAsync", operation) ?? Named(client, $"{operation.Target.Method}Async", operation)
        : null;

    private static MethodInfo? Named(Type client, string name, CoveredOperation operation) => client.GetMethods().SingleOrDefault(method =>
        method.Name == name && operation.PathIds.Keys.All(id => method.GetParameters().Any(parameter => parameter.Name == id)));

    private static object Client(LoyaltyClient client, CoveredOperation operation) =>
        typeof(ILoyaltyClient).GetProperty(operation.Target.Client)!.GetValue(client)!;

    private static object? Argument(ParameterInfo parameter, CoveredOperation operation) => parameter.Name switch
    {
        "query" => ArgumentMaker.Make(operation.Query, parameter.ParameterType),
        "request" when operation.Body is { } body => ArgumentMaker.Make(body, parameter.ParameterType),
        "cancellationToken" => TestContext.Current.CancellationToken,
        _ => operation.PathIds.GetValueOrDefault(parameter.Name!),
    };
}
