using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>A document in, files out. The same document gives the same bytes.</summary>
internal static class Generator
{
    /// <exception cref="DocumentException">The document cannot be generated from.</exception>
    public static Output Generate(string json, string space)
    {
        var (model, fallbacks) = ModelBuilder.Build(DocumentReader.Read(json));
        var spaces = new Spaces(space);
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal)
        {
            ["LoyaltyClient.Resources.g.cs"] = RuntimeEmitter.Resources(model, spaces),
            ["LoyaltyJson.g.cs"] = RuntimeEmitter.JsonContext(model, spaces),
            ["LoyaltyOperations.g.cs"] = RuntimeEmitter.Operations(model, spaces),
        };
        foreach (var resource in model.Resources)
        {
            files[$"Api/{resource.Api}.g.cs"] = ApiEmitter.Emit(resource, spaces);
            files[$"Clients/{resource.Interface}.g.cs"] = new ClientInterfaceEmitter(model, spaces).Emit(resource);
            files[$"Clients/{resource.Class}.g.cs"] = new ClientEmitter(model, spaces).Emit(resource);
        }

        Models(model, spaces, files);
        return new(files, OperationsPage.Emit(model), fallbacks);
    }

    private static void Models(ApiModel model, Spaces spaces, SortedDictionary<string, string> files)
    {
        foreach (var item in model.Enums)
        {
            files[$"Models/{item.Name}.g.cs"] = EnumEmitter.Emit(item, spaces);
        }

        foreach (var item in model.Records)
        {
            files[$"Models/{item.Name}.g.cs"] = RecordEmitter.Emit(item, spaces);
            if (item.IsJson)
            {
                files[$"Json/{item.Name}.g.cs"] = new JsonEmitter(item, spaces).Emit();
            }
        }

        foreach (var operation in model.Resources.SelectMany(resource => resource.Methods).Select(method => method.Main).Where(operation => operation.Query is not null))
        {
            var path = $"Models/{operation.Query!.Name}.g.cs";
            if (!files.TryAdd(path, QueryEmitter.Emit(operation, spaces)))
            {
                throw new DocumentException(operation.Pointer, $"The query of this operation would be the type '{operation.Query.Name}', which exists.");
            }
        }
    }

    /// <summary>The files by their path below the output folder, the page about the operations, and where raw JSON stands in for a better type.</summary>
    internal sealed record Output(IReadOnlyDictionary<string, string> Files, string Operations, IReadOnlyList<Problem> Fallbacks);
}
