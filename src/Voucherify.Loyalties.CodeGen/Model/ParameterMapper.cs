using System.Globalization;
using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Maps the parameters of operations to models.</summary>
internal sealed class ParameterMapper(SchemaMapper mapper)
{
    /// <summary>Maps the ids in the path, in the order of the document's parameters.</summary>
    public IEnumerable<ParameterModel> MapPath(OperationEntry entry, IReadOnlyList<IOpenApiParameter> parameters) => parameters
        .Where(parameter => parameter.In == ParameterLocation.Path)
        .Select(parameter => SchemaFacts.IsString(parameter.Schema!)
            ? new ParameterModel(
                parameter.Name!,
                SpecExtensions.GetString(parameter, SpecExtensions.Name) ?? parameter.Name!,
                mapper.Map(parameter.Schema!, entry.Pointer, parameter.Name!),
                parameter.Description ?? string.Empty)
            : throw new DocumentException(entry.Pointer, $"The path parameter '{parameter.Name}' must be a string."));

    public QueryModel? MapQuery(OperationEntry entry, string name, IReadOnlyList<IOpenApiParameter> parameters)
    {
        if (parameters.FirstOrDefault(parameter => parameter.In is ParameterLocation.Header or ParameterLocation.Cookie) is { } unsupported)
        {
            throw new DocumentException(entry.Pointer, $"The parameter '{unsupported.Name}' is not supported: only path and query are.");
        }

        // Variants share the record of their main operation. Mapping its inline schemas again would declare them twice.
        if (SpecExtensions.GetString(entry.Value, SpecExtensions.Alias) is not null)
        {
            return null;
        }

        var mapped = parameters
            .Where(parameter => parameter.In == ParameterLocation.Query)
            .Select(parameter => MapParameter(entry, name, parameter))
            .ToList();
        return mapped.Count == 0 ? null : new($"{name}Query", mapped);
    }

    private QueryParameterModel MapParameter(OperationEntry entry, string method, IOpenApiParameter parameter)
    {
        var name = parameter.Name!;
        var pointer = DocumentPointer.Append(entry.Pointer, "parameters", name);
        var schema = SchemaFacts.Resolve(parameter.Schema!);
        var type = mapper.Map(parameter.Schema!, pointer, method + Naming.Pascal(name));
        if (type.Kind == TypeKind.Record && parameter.Style != ParameterStyle.DeepObject)
        {
            throw new DocumentException(pointer, "An object in a query needs the style deepObject.");
        }

        if (type.Kind == TypeKind.List && !parameter.Explode)
        {
            throw new DocumentException(pointer, "A list in a query needs explode: true.");
        }

        var property = new PropertyModel(name, Naming.Member(name, $"{method}Query"), type, parameter.Description ?? string.Empty)
        {
            Required = parameter.Required,
            Personal = SpecExtensions.GetFlag(parameter.Schema!, SpecExtensions.Personal),
        };
        return new(property, Number(schema.Minimum), Number(schema.Maximum), (int?)Number(schema.Default?.ToString()));
    }

    private static long? Number(string? text) => long.TryParse(text, CultureInfo.InvariantCulture, out var number) ? number : null;
}
