using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Turns a document into what the emitters need.</summary>
internal static class ModelBuilder
{
    /// <summary>The model, and the places where the generator found no better type than raw JSON.</summary>
    public static (ApiModel Model, IReadOnlyList<Problem> Fallbacks) Build(OpenApiDocument document)
    {
        var mapper = new SchemaMapper(document);
        mapper.MapComponents();
        var operations = new OperationMapper(mapper);
        var all = Operations.In(document).Select(operations.Map).ToList();
        var methods = Fold(all);
        var others = ErrorTypes(document, mapper).Concat(JsonRoots(document));
        var reach = new Reach(mapper.Records, methods.SelectMany(method => method.Routes), others);
        var model = new ApiModel(
            [.. mapper.Records.Where(record => reach.Reaches(record.Name)).Select(reach.Describe)],
            [.. mapper.Enums.Where(item => reach.Reaches(item.Name))],
            Resources(document, methods),
            reach.JsonRoots);
        return (model, mapper.Fallbacks);
    }

    // A twin joins the operation it points to. An alias with the same ids adds nothing to call: one route is enough, and the docs name the other.
    private static List<MethodModel> Fold(List<OperationModel> all)
    {
        var aliases = all.Where(operation => operation.AliasOf is not null).ToLookup(operation => operation.AliasOf!, StringComparer.Ordinal);
        return all.Where(operation => operation.AliasOf is null).Select(main => new MethodModel(main, Twin(main, [.. aliases[main.Id]]))
        {
            OtherRoutes = [.. aliases[main.Id].Where(alias => alias.PathIds.Count == main.PathIds.Count)],
        }).ToList();
    }

    private static OperationModel? Twin(OperationModel main, IReadOnlyList<OperationModel> aliases)
    {
        var twin = aliases.FirstOrDefault(alias => alias.PathIds.Count == main.PathIds.Count + 1);
        if (twin is null)
        {
            return null;
        }

        var extra = twin.PathIds.Single(id => main.PathIds.All(other => other.Name != id.Name));
        return twin with
        {
            RouteName = $"{main.Name}In{Naming.Pascal(extra.Name).Replace("Id", string.Empty, StringComparison.Ordinal)}",
            Query = main.Query,
        };
    }

    private static List<ResourceModel> Resources(OpenApiDocument document, List<MethodModel> methods)
    {
        var docs = (document.Tags ?? new HashSet<OpenApiTag>()).ToDictionary(tag => tag.Name!, tag => tag.Description ?? string.Empty, StringComparer.Ordinal);
        return methods
            .GroupBy(method => method.Main.Tag, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ResourceModel(
                group.Key,
                docs.GetValueOrDefault(group.Key, string.Empty),
                [.. group.OrderBy(method => method.Name, StringComparer.Ordinal)]))
            .ToList();
    }

    // Hand-written code reads these from raw JSON.
    private static IEnumerable<TypeRef> JsonRoots(OpenApiDocument document) => (document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>())
        .Where(schema => Vendor.Flag(schema.Value, Vendor.JsonRoot))
        .Select(schema => new TypeRef(TypeKind.Record, schema.Key));

    private static List<TypeRef> ErrorTypes(OpenApiDocument document, SchemaMapper mapper) => Operations.In(document)
        .SelectMany(operation => operation.Value.Responses ?? [])
        .Where(response => !response.Key.StartsWith('2'))
        .Select(response => OperationMapper.JsonSchema(response.Value))
        .OfType<OpenApiSchemaReference>()
        .Select(schema => mapper.Map(schema, Pointers.Root, "Error"))
        .Distinct()
        .ToList();
}
