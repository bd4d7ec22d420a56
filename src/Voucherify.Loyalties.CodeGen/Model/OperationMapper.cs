using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps an operation to what its method needs.</summary>
internal sealed class OperationMapper(SchemaMapper mapper)
{
    private const string Json = "application/json";
    private const string Form = "application/x-www-form-urlencoded";

    public OperationModel Map(Operations.Entry entry)
    {
        var operation = entry.Value;
        var name = SpecExtensions.Text(operation, SpecExtensions.Method)!;
        var parameters = (entry.Item.Parameters ?? []).Concat(operation.Parameters ?? []).ToList();
        var answer = Answer(entry, name);
        return new(operation.OperationId!, name, Naming.Pascal(entry.Method), entry.Path, operation.Tags!.Single().Name!, entry.Pointer)
        {
            Summary = operation.Summary ?? string.Empty,
            Doc = operation.Description ?? string.Empty,
            Idempotency = SpecExtensions.Text(operation, SpecExtensions.Idempotency)!,
            MovesPoints = SpecExtensions.Flag(operation, SpecExtensions.MovesPoints),
            PathIds = [.. PathIds(entry, parameters)],
            Query = Query(entry, name, parameters),
            Body = Body(entry, name),
            Answer = answer,
            Paging = Paging(entry, answer),
            AliasOf = SpecExtensions.Text(operation, SpecExtensions.Alias),
            NeedsAppKey = operation.Security is { Count: > 0 } security && security.All(TakesKeys),
            Errors = [.. (operation.Responses ?? []).Keys.Where(status => !status.StartsWith('2'))],
            Scopes = [.. Scopes(operation)],
            HandWritten = (bool?)SpecExtensions.Get(operation, SpecExtensions.HandWritten) ?? false,
            AlreadyDone = SpecExtensions.Text(operation, SpecExtensions.AlreadyDone),
            ShownBy = SpecExtensions.Text(operation, SpecExtensions.ShownBy),
            Proof = Proof(entry, answer),
        };
    }

    private static IEnumerable<string> Scopes(OpenApiOperation operation) =>
        (operation.Security ?? []).SelectMany(requirement => requirement.Values).SelectMany(scopes => scopes).Distinct(StringComparer.Ordinal);

    private static bool TakesKeys(OpenApiSecurityRequirement requirement) =>
        requirement.Keys.All(scheme => scheme.Type == SecuritySchemeType.ApiKey);

    // In the order in which the document lists them, which is the order of the method's parameters.
    private IEnumerable<ParameterModel> PathIds(Operations.Entry entry, List<IOpenApiParameter> parameters) => parameters
        .Where(parameter => parameter.In == ParameterLocation.Path)
        .Select(parameter => Shapes.IsText(parameter.Schema!)
            ? new ParameterModel(
                parameter.Name!,
                SpecExtensions.Text(parameter, SpecExtensions.Name) ?? parameter.Name!,
                mapper.Map(parameter.Schema!, entry.Pointer, parameter.Name!),
                parameter.Description ?? string.Empty)
            : throw new DocumentException(entry.Pointer, $"The path parameter '{parameter.Name}' must be a string."));

    private QueryModel? Query(Operations.Entry entry, string name, List<IOpenApiParameter> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter.In is ParameterLocation.Header or ParameterLocation.Cookie) is { } unsupported)
        {
            throw new DocumentException(entry.Pointer, $"The parameter '{unsupported.Name}' is not supported: only path and query are.");
        }

        // The operations of a fold share one record, so a twin's inline types would be declared twice.
        var mapped = SpecExtensions.Text(entry.Value, SpecExtensions.Alias) is null
            ? parameters.Where(parameter => parameter.In == ParameterLocation.Query).Select(parameter => QueryParameter(entry, name, parameter)).ToList()
            : [];
        return mapped.Count == 0 ? null : new($"{name}Query", mapped);
    }

    private QueryParameterModel QueryParameter(Operations.Entry entry, string method, IOpenApiParameter parameter)
    {
        var pointer = Pointers.At(entry.Pointer, "parameters", parameter.Name!);
        var schema = Shapes.Resolve(parameter.Schema!);
        var type = mapper.Map(parameter.Schema!, pointer, method + Naming.Pascal(parameter.Name!));
        if (type.Kind == TypeKind.Record && parameter.Style != ParameterStyle.DeepObject)
        {
            throw new DocumentException(pointer, "An object in a query needs the style deepObject.");
        }

        if (type.Kind == TypeKind.List && !parameter.Explode)
        {
            throw new DocumentException(pointer, "A list in a query needs explode: true.");
        }

        var property = new PropertyModel(parameter.Name!, Naming.Member(parameter.Name!, $"{method}Query"), type, parameter.Description ?? string.Empty)
        {
            Required = parameter.Required,
        };
        return new(property, Number(schema.Minimum), Number(schema.Maximum), (int?)Number(schema.Default?.ToString()));
    }

    private BodyModel? Body(Operations.Entry entry, string name)
    {
        if (entry.Value.RequestBody is not { Content: { } content } body)
        {
            return null;
        }

        var pointer = Pointers.At(entry.Pointer, "requestBody", "content");
        var (kind, media) = content.Count == 1 ? content.Single() : throw new DocumentException(pointer, "A request body has exactly one content type.");
        if (kind is not (Json or Form) || media.Schema is null)
        {
            throw new DocumentException(Pointers.At(pointer, kind), $"A request body is {Json} or {Form}, with a schema.");
        }

        var type = mapper.Map(media.Schema, Pointers.At(pointer, kind, "schema"), $"{name}Request");
        if (kind == Form && type.Kind != TypeKind.Record)
        {
            throw new DocumentException(Pointers.At(pointer, kind), "A form needs an object.");
        }

        foreach (var (field, encoding) in media.Encoding ?? new Dictionary<string, OpenApiEncoding>())
        {
            mapper.JoinItems(type, field, encoding.Style == ParameterStyle.SpaceDelimited ? " " : ",");
        }

        return new(type, kind == Form, body.Description ?? string.Empty);
    }

    private AnswerModel? Answer(Operations.Entry entry, string name)
    {
        var (status, response) = (entry.Value.Responses ?? []).FirstOrDefault(candidate => candidate.Key.StartsWith('2'));
        if (response is null)
        {
            throw new DocumentException(Pointers.At(entry.Pointer, "responses"), "The operation has no successful answer.");
        }

        if (response.Content is not { Count: > 0 })
        {
            return null;
        }

        var pointer = Pointers.At(entry.Pointer, "responses", status, "content");
        var schema = JsonSchema(response)
            ?? throw new DocumentException(pointer, $"An answer is {Json}, with a schema.");
        var type = mapper.Map(schema, Pointers.At(pointer, Json, "schema"), $"{name}Answer");
        return type.Kind is TypeKind.Record or TypeKind.List or TypeKind.Map
            ? new(type, response.Description ?? string.Empty)
            : throw new DocumentException(pointer, "An answer is an object or an array.");
    }

    private PagingModel? Paging(Operations.Entry entry, AnswerModel? answer)
    {
        if (SpecExtensions.Get(entry.Value, SpecExtensions.Paging) is not { } paging)
        {
            return null;
        }

        var items = (string)paging["items"]!;
        var list = mapper.Member(answer?.Type, items);
        return list?.Type is { Kind: TypeKind.List, Item: { } item }
            ? new((string?)paging["style"] == "cursor", list, item)
            : throw new DocumentException(Pointers.At(entry.Pointer, SpecExtensions.Paging), $"The answer has no list '{items}'.");
    }

    private PropertyModel? Proof(Operations.Entry entry, AnswerModel? answer) => SpecExtensions.Text(entry.Value, SpecExtensions.Proof) is not { } proof
        ? null
        : mapper.Member(answer?.Type, proof) ?? throw new DocumentException(Pointers.At(entry.Pointer, SpecExtensions.Proof), $"The answer has no member '{proof}'.");

    /// <summary>The schema of a JSON answer.</summary>
    public static IOpenApiSchema? JsonSchema(IOpenApiResponse response) =>
        response.Content?.FirstOrDefault(media => media.Key == Json).Value?.Schema;

    private static long? Number(string? text) =>
        long.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
