using Voucherify.Loyalties.CodeGen.Document;

namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Turns the documents into the model that the emitters use.</summary>
internal static class ModelBuilder
{
    /// <summary>Returns the model, and the places where the generator found no better type than raw JSON.</summary>
    public static (ApiModel Model, IReadOnlyList<Problem> Fallbacks) Build(IReadOnlyList<ApiDocument> documents)
    {
        var declarations = new Declarations();
        var mapped = documents.Select(document => new MappedDocument(document, declarations)).ToList();

        // The operations of all documents use the shared types, so the use of a type is known only now.
        var usage = new TypeUsage(
            declarations.Records,
            mapped.SelectMany(document => document.Routes),
            mapped.SelectMany(document => document.OtherRoots));
        var stable = new TypeUsage(
            declarations.Records,
            mapped.SelectMany(document => document.Routes).Where(route => !route.IsExperimental),
            mapped.SelectMany(document => document.OtherRoots));
        return (
            new([.. mapped.Select(document => Build(document, declarations, usage, stable) with
            {
                OtherIds = [.. OtherIds(document, mapped, declarations)],
            })]),
            [.. mapped.SelectMany(document => document.Fallbacks)]);
    }

    // A version that uses shared ids beside its own has both in its paths and requests. One that does not knows nothing of them: what it
    // calls an id may be any string.
    private static IEnumerable<IdModel> OtherIds(MappedDocument document, List<MappedDocument> all, Declarations declarations)
    {
        var shared = declarations.Ids.Where(id => id.Type.Document == SourceDocument.Platform).ToList();
        return document.Name == SourceDocument.Platform
            ? declarations.Ids.Where(id => id.Type.Document != document.Name
                && shared.Exists(all.Single(other => other.Name == id.Type.Document).NamesId))
            : shared.Where(document.NamesId);
    }

    private static DocumentModel Build(MappedDocument mapped, Declarations declarations, TypeUsage usage, TypeUsage stable)
    {
        var records = declarations.Records
            .Where(record => record.Type.Document == mapped.Name && usage.IsUsed(record.Type))
            .OrderBy(record => record.Name, StringComparer.Ordinal)
            .Select(record => usage.Describe(record) with { IsExperimental = !stable.IsUsed(record.Type) })
            .ToList();
        var enums = declarations.Enums
            .Where(item => item.Type.Document == mapped.Name && usage.IsUsed(item.Type))
            .OrderBy(item => item.Name, StringComparer.Ordinal)
            .Select(item => item with { IsExperimental = !stable.IsUsed(item.Type) });
        var roots = mapped.Roots
            .Concat(records.Where(record => record.KeepsRaw).Select(record => record.Type))
            .Distinct()
            .OrderBy(type => type.CSharp, StringComparer.Ordinal);
        return new(
            mapped.Name,
            records,
            [.. enums],
            [.. declarations.Ids.Where(id => id.Type.Document == mapped.Name)],
            [],
            mapped.Resources(),
            [.. roots]);
    }
}
