using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Documents in, files out. The same documents give the same bytes.</summary>
internal static class Generator
{
    /// <exception cref="DocumentException">The documents cannot be generated from.</exception>
    public static Output Generate(IReadOnlyList<SourceDocument> sources, string root)
    {
        var (model, fallbacks) = ModelBuilder.Build(DocumentReader.Read(sources));
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var document in model.Documents)
        {
            Generate(model, document, new(root, document.Name), files);
        }

        return new(files, OperationsPage.Emit(model), fallbacks);
    }

    private static void Generate(ApiModel model, DocumentModel document, Namespaces spaces, SortedDictionary<string, string> files)
    {
        var folder = spaces.Folder;
        files[$"{folder}/{spaces.JsonClass}.g.cs"] = RuntimeEmitter.Json(document, spaces);
        files[$"{folder}/{spaces.OperationsClass}.g.cs"] = RuntimeEmitter.Operations(document, spaces);
        if (spaces.IsPlatform)
        {
            var versions = model.Documents.Where(other => other != document).Select(version => spaces with { Document = version.Name }).ToList();
            files[$"{folder}/Clients/LoyaltyClient.g.cs"] = RuntimeEmitter.Client(document, spaces, versions);
        }
        else
        {
            (files[$"{folder}/Clients/I{spaces.VersionClass}.g.cs"], files[$"{folder}/Clients/{spaces.VersionClass}.g.cs"]) = RuntimeEmitter.Version(document, spaces);
        }

        foreach (var resource in document.Resources)
        {
            files[$"{folder}/Api/{resource.Api}.g.cs"] = ApiEmitter.Emit(resource, spaces);
            files[$"{folder}/Clients/{resource.Interface}.g.cs"] = new ClientInterfaceEmitter(model, spaces).Emit(resource);
            files[$"{folder}/Clients/{resource.Class}.g.cs"] = new ClientEmitter(model, spaces).Emit(resource);
        }

        Models(document, spaces, files);
    }

    private static void Models(DocumentModel document, Namespaces spaces, SortedDictionary<string, string> files)
    {
        var folder = spaces.Folder;
        if (document.Ids.Count > 0)
        {
            files[$"{folder}/{spaces.IdsClass}.g.cs"] = IdEmitter.Kinds(document.Ids, spaces);
        }

        foreach (var item in document.Ids)
        {
            files[$"{folder}/Ids/{item.Name}.g.cs"] = IdEmitter.Emit(item, spaces);
        }

        foreach (var item in document.Enums)
        {
            files[$"{folder}/Models/{item.Name}.g.cs"] = EnumEmitter.Emit(item, spaces);
        }

        foreach (var item in document.Records)
        {
            files[$"{folder}/Models/{item.Name}.g.cs"] = RecordEmitter.Emit(item, spaces);
            if (item.IsJson)
            {
                files[$"{folder}/Json/{item.Name}Json.g.cs"] = new JsonEmitter(item, spaces).Emit();
            }
        }

        foreach (var operation in document.Resources.SelectMany(resource => resource.Methods).Select(method => method.Main).Where(operation => operation.Query is not null))
        {
            var path = $"{folder}/Models/{operation.Query!.Name}.g.cs";
            if (!files.TryAdd(path, QueryEmitter.Emit(operation, spaces)))
            {
                throw new DocumentException(operation.Pointer, $"The query of this operation would be the type '{operation.Query.Name}', which exists.");
            }
        }
    }

    /// <summary>The files by their path below the output folder, the page about the operations, and where raw JSON stands in for a better type.</summary>
    internal sealed record Output(IReadOnlyDictionary<string, string> Files, string Operations, IReadOnlyList<Problem> Fallbacks);
}
