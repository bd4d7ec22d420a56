using Voucherify.Loyalties.CodeGen.Drift;

namespace Voucherify.Loyalties.Tests.Coverage;

/// <summary>An operation of our document, with a sample for each of its parameters and for its body.</summary>
internal sealed class CoveredOperation
{
    private readonly ContractOperation _operation;

    public CoveredOperation(ContractOperation operation, int round)
    {
        _operation = operation;
        var maker = new SampleMaker(round);
        var parameters = operation.Parameters.ToList();
        var ids = parameters.Where(parameter => parameter.GetString("in") == "path").ToList();
        PathIds = ids.ToDictionary(Name, parameter => $"{Name(parameter)} /?#ä%", StringComparer.Ordinal);
        IdArguments = ids.ToDictionary(
            parameter => parameter.GetString("x-name") ?? Name(parameter), parameter => PathIds[Name(parameter)], StringComparer.Ordinal);
        Query = new(operation.Node.Pointer)
        {
            Members = parameters.Where(parameter => parameter.GetString("in") == "query")
                .ToDictionary(
                    Name,
                    parameter => maker.Make(parameter.Child("schema")!.Value) with { Pointer = parameter.Pointer },
                    StringComparer.Ordinal),
        };
        if (operation.Node.Child("requestBody")?.Child("content").Members().Single() is { } content)
        {
            IsForm = content.Name == "application/x-www-form-urlencoded";
            Body = maker.Make(content.Value.Child("schema")!.Value);
        }

        Rounds = maker.Branches;
    }

    public string Id => _operation.Node.GetString("operationId")!;

    public string Pointer => _operation.Node.Pointer;

    public bool IsV2 => _operation.Node.Document.Name == "v2";

    public string HttpMethod => _operation.Method;

    /// <summary>The C# resource client and method.</summary>
    public (string Client, string Method) Target =>
        (_operation.Node.Child("tags").Items().Single().Node.ToString(), _operation.Node.GetString("x-method")!);

    /// <summary>The id of the operation that does the same.</summary>
    public string? AliasOf => _operation.Node.GetString("x-alias-operation");

    public IReadOnlyDictionary<string, string> PathIds { get; }

    /// <summary>The ids of the path, by the names of their arguments.</summary>
    public IReadOnlyDictionary<string, string> IdArguments { get; }

    public SampleValue Query { get; }

    public SampleValue? Body { get; }

    public bool IsForm { get; }

    /// <summary>How many rounds take each branch of the body once.</summary>
    public int Rounds { get; }

    /// <summary>The path as it must stand on the wire.</summary>
    public string Path => PathIds.Aggregate(
        _operation.Path, (path, id) => path.Replace($"{{{id.Key}}}", Uri.EscapeDataString(id.Value), StringComparison.Ordinal));

    private static string Name(DocumentNode parameter) => parameter.GetString("name")!;
}
