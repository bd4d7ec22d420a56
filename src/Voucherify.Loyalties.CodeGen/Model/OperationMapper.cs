using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps operations to models.</summary>
internal sealed class OperationMapper(SchemaMapper mapper)
{
    private readonly ParameterMapper _parameters = new(mapper);
    private readonly BodyMapper _bodies = new(mapper);
    private readonly ResponseMapper _responses = new(mapper);

    /// <summary>Maps an operation, and the dry run of it if there is one.</summary>
    public IEnumerable<OperationModel> MapAll(OperationEntry entry)
    {
        var operation = Map(entry);
        yield return operation;
        if (SpecExtensions.Get(entry.Value, SpecExtensions.Simulate) is { } simulate)
        {
            var name = (string)simulate["method"]!;
            yield return operation with
            {
                Name = name,
                RouteName = name,
                Summary = (string)simulate["summary"]!,
                Doc = (string?)simulate["description"] ?? string.Empty,
                Idempotency = "safe",
                MovesPoints = false,
                AlreadyDone = null,
                ShownBy = null,
            };
        }
    }

    private OperationModel Map(OperationEntry entry)
    {
        var operation = entry.Value;
        var name = SpecExtensions.GetString(operation, SpecExtensions.Method)!;
        var parameters = (entry.Item.Parameters ?? []).Concat(operation.Parameters ?? []).ToList();
        var response = _responses.Map(entry, name);
        var body = _bodies.Map(entry, name);
        return new(operation.OperationId!, name, Naming.Pascal(entry.Method), entry.Path, operation.Tags!.Single().Name!, entry.Pointer)
        {
            Summary = operation.Summary ?? string.Empty,
            Doc = operation.Description ?? string.Empty,
            Idempotency = SpecExtensions.GetString(operation, SpecExtensions.Idempotency)!,
            MovesPoints = SpecExtensions.GetFlag(operation, SpecExtensions.MovesPoints),
            PathIds = [.. _parameters.MapPath(entry, parameters)],
            Query = _parameters.MapQuery(entry, name, parameters),
            Body = body,
            Response = response,
            Result = _responses.MapResult(entry, response),
            Paging = _responses.MapPaging(entry, response),
            AliasOf = SpecExtensions.GetString(operation, SpecExtensions.Alias),
            NeedsAppKey = operation.Security is { Count: > 0 } security && security.All(TakesKeys),
            Errors = [.. (operation.Responses ?? []).Keys.Where(status => !status.StartsWith('2'))],
            Scopes = [.. Scopes(operation)],
            IsExperimental = SpecExtensions.GetFlag(operation, SpecExtensions.Experimental),
            RequestOnly = SpecExtensions.GetFlag(operation, SpecExtensions.RequestOnly),
            ChecksBody = SpecExtensions.GetFlag(operation, SpecExtensions.CheckBody),
            HandWritten = SpecExtensions.GetFlag(operation, SpecExtensions.HandWritten),
            AlreadyDone = SpecExtensions.GetString(operation, SpecExtensions.AlreadyDone),
            ShownBy = SpecExtensions.GetString(operation, SpecExtensions.ShownBy),
            Evidence = _responses.MapEvidence(entry, body, response),
            ReturnsNullWhenGone = SpecExtensions.GetFlag(operation, SpecExtensions.NullWhenGone),
            Proof = _responses.MapProof(entry, response),
            ObjectType = _responses.MapObject(response),
        };
    }

    /// <summary>The types of the documented errors of an operation.</summary>
    public IEnumerable<TypeRef> MapErrors(OperationEntry entry) => _responses.MapErrors(entry);

    private static IEnumerable<string> Scopes(OpenApiOperation operation) => (operation.Security ?? [])
        .SelectMany(requirement => requirement.Values)
        .SelectMany(scopes => scopes)
        .Distinct(StringComparer.Ordinal);

    private static bool TakesKeys(OpenApiSecurityRequirement requirement) =>
        requirement.Keys.All(scheme => scheme.Type == SecuritySchemeType.ApiKey);
}
