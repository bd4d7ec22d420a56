using Microsoft.OpenApi;
using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A document after its operations were mapped, before the use of its types is known.</summary>
internal sealed class MappedDocument
{
    private readonly ApiDocument _document;

    public MappedDocument(ApiDocument document, Declarations declarations)
    {
        _document = document;
        var mapper = new SchemaMapper(document, declarations);
        mapper.MapComponents();
        var operations = new OperationMapper(mapper);
        var entries = OperationEntry.AllIn(document).ToList();
        Methods = MethodBuilder.Build([.. entries.SelectMany(operations.MapAll)]);
        OtherRoots = [.. entries.SelectMany(operations.MapErrors).Distinct(), .. JsonRoots(document)];
        Fallbacks = mapper.Fallbacks;
    }

    public string Name => _document.Name;

    /// <summary>Whether the document itself refers to an id of the platform.</summary>
    public bool NamesId(IdModel id) => _document.NamedSchemas.Contains(id.Name);

    public IReadOnlyList<MethodModel> Methods { get; }

    /// <summary>The types that are read besides responses: errors, and what hand-written code reads from raw JSON.</summary>
    public IReadOnlyList<TypeRef> OtherRoots { get; }

    /// <summary>The places where no better type than raw JSON was found.</summary>
    public IReadOnlyList<Problem> Fallbacks { get; }

    public IEnumerable<OperationModel> Routes => Methods.SelectMany(method => method.Routes);

    /// <summary>The types that the code of this document reads or writes directly.</summary>
    public IEnumerable<TypeRef> Roots => Routes
        .Select(operation => operation.Body)
        .Where(body => body is { IsForm: false })
        .Select(body => body!.Type)
        .Concat(Routes.Select(operation => operation.Response?.Type).OfType<TypeRef>())
        .Concat(OtherRoots.Where(type => type.Document == Name));

    public IReadOnlyList<ResourceModel> Resources()
    {
        var docs = (_document.Content.Tags ?? new HashSet<OpenApiTag>())
            .ToDictionary(tag => tag.Name!, tag => tag.Description ?? string.Empty, StringComparer.Ordinal);
        return
        [
            .. Methods
                .GroupBy(method => method.Main.Tag, StringComparer.Ordinal)
                .OrderBy(group => group.Key, StringComparer.Ordinal)
                .Select(group => new ResourceModel(
                    group.Key,
                    docs.GetValueOrDefault(group.Key, string.Empty),
                    [.. group.OrderBy(method => method.Name, StringComparer.Ordinal)])),
        ];
    }

    private static IEnumerable<TypeRef> JsonRoots(ApiDocument document) => document.OwnSchemas
        .Where(schema => SpecExtensions.GetFlag(schema.Value, SpecExtensions.JsonRoot))
        .Select(schema => new TypeRef(TypeKind.Record, schema.Key, Document: document.Name));
}
