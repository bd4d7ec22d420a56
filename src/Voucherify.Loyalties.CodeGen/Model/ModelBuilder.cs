using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Turns the documents into what the emitters need.</summary>
internal static class ModelBuilder
{
    /// <summary>The model, and the places where the generator found no better type than raw JSON.</summary>
    public static (ApiModel Model, IReadOnlyList<Problem> Fallbacks) Build(IReadOnlyList<ApiDocument> documents)
    {
        var declarations = new Declarations();
        var mapped = documents.Select(document => Map(document, declarations)).ToList();

        // A shared type is used by the operations of every document, so what becomes of it is decided for all of them at once.
        var usage = new TypeUsage(
            declarations.Records,
            mapped.SelectMany(document => document.Methods).SelectMany(method => method.Routes),
            mapped.SelectMany(document => document.Others));
        return (new([.. mapped.Select(document => Model(document, declarations, usage))]), [.. mapped.SelectMany(document => document.Fallbacks)]);
    }

    private static MappedDocument Map(ApiDocument document, Declarations declarations)
    {
        var mapper = new SchemaMapper(document, declarations);
        mapper.MapComponents();
        var operations = new OperationMapper(mapper);
        var methods = Fold([.. Operations.In(document).Select(operations.Map)]);
        return new(document, methods, [.. ErrorTypes(document, mapper), .. JsonRoots(document)], mapper.Fallbacks);
    }

    private static DocumentModel Model(MappedDocument mapped, Declarations declarations, TypeUsage usage)
    {
        var name = mapped.Document.Name;
        var records = declarations.Records
            .Where(record => record.Type.Document == name && usage.Reaches(record.Type))
            .OrderBy(record => record.Name, StringComparer.Ordinal)
            .Select(usage.Describe)
            .ToList();
        var enums = declarations.Enums
            .Where(item => item.Type.Document == name && usage.Reaches(item.Type))
            .OrderBy(item => item.Name, StringComparer.Ordinal);
        var operations = mapped.Methods.SelectMany(method => method.Routes).ToList();
        var roots = operations.Select(operation => operation.Body).OfType<BodyModel>().Where(body => !body.IsForm).Select(body => body.Type)
            .Concat(operations.Select(operation => operation.Answer?.Type).OfType<TypeRef>())
            .Concat(mapped.Others.Where(type => type.Document == name))
            .Concat(records.Where(record => record.KeepsRaw).Select(record => record.Type))
            .Distinct()
            .OrderBy(type => type.CSharp, StringComparer.Ordinal);
        return new(name, records, [.. enums], [.. declarations.Ids.Where(id => id.Type.Document == name)], Resources(mapped), [.. roots]);
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

        var extra = twin.PathIds.Single(id => main.PathIds.All(other => other.Wire != id.Wire));
        return twin with
        {
            RouteName = $"{main.Name}In{Naming.Pascal(extra.Name).Replace("Id", string.Empty, StringComparison.Ordinal)}",
            Query = main.Query,
        };
    }

    private static List<ResourceModel> Resources(MappedDocument mapped)
    {
        var docs = (mapped.Document.Content.Tags ?? new HashSet<OpenApiTag>())
            .ToDictionary(tag => tag.Name!, tag => tag.Description ?? string.Empty, StringComparer.Ordinal);
        return mapped.Methods
            .GroupBy(method => method.Main.Tag, StringComparer.Ordinal)
            .OrderBy(group => group.Key, StringComparer.Ordinal)
            .Select(group => new ResourceModel(
                group.Key,
                docs.GetValueOrDefault(group.Key, string.Empty),
                [.. group.OrderBy(method => method.Name, StringComparer.Ordinal)]))
            .ToList();
    }

    // Hand-written code reads these from raw JSON.
    private static IEnumerable<TypeRef> JsonRoots(ApiDocument document) => document.OwnSchemas
        .Where(schema => SpecExtensions.Flag(schema.Value, SpecExtensions.JsonRoot))
        .Select(schema => new TypeRef(TypeKind.Record, schema.Key, Document: document.Name));

    private static IEnumerable<TypeRef> ErrorTypes(ApiDocument document, SchemaMapper mapper) => Operations.In(document)
        .SelectMany(operation => operation.Value.Responses ?? [])
        .Where(response => !response.Key.StartsWith('2'))
        .Select(response => OperationMapper.JsonSchema(response.Value))
        .OfType<OpenApiSchemaReference>()
        .Select(schema => mapper.Map(schema, document.Root, "Error"))
        .Distinct();

    /// <summary>A document on its way to its model.</summary>
    /// <param name="Document">The document.</param>
    /// <param name="Methods">The methods of its operations.</param>
    /// <param name="Others">The types that are read besides the answers: those of errors, and those that hand-written code reads.</param>
    /// <param name="Fallbacks">Where no better type than raw JSON was found.</param>
    private sealed record MappedDocument(ApiDocument Document, IReadOnlyList<MethodModel> Methods, IReadOnlyList<TypeRef> Others, IReadOnlyList<Problem> Fallbacks);
}
