using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The files that a document has once: operations, JSON metadata, kinds of ids, and the client that owns the resources.</summary>
internal static class RuntimeFiles
{
    public static void Add(GeneratedFiles files, ApiModel model, DocumentModel document, Namespaces namespaces)
    {
        var folder = namespaces.Folder;
        files.Add($"{folder}/{namespaces.JsonClass}.g.cs", JsonMetadataEmitter.Emit(document, namespaces));
        files.Add($"{folder}/{namespaces.OperationsClass}.g.cs", OperationListEmitter.Emit(document, namespaces));
        if (document.Ids.Count > 0)
        {
            files.Add($"{folder}/{namespaces.IdsClass}.g.cs", IdEmitter.EmitKinds(document, namespaces));
        }

        if (namespaces.IsPlatform)
        {
            var versions = model.Documents.Where(other => other != document).Select(version => namespaces with { Document = version.Name });
            files.Add($"{folder}/Clients/LoyaltyClient.g.cs", ClientCompositionEmitter.EmitClient(document, namespaces, [.. versions]));
        }
        else
        {
            var name = namespaces.VersionClass;
            files.Add($"{folder}/Clients/I{name}.g.cs", ClientCompositionEmitter.EmitVersionInterface(document, namespaces));
            files.Add($"{folder}/Clients/{name}.g.cs", ClientCompositionEmitter.EmitVersionClass(document, namespaces));
        }
    }
}
