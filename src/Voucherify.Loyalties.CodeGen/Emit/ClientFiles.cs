using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The files of the resource clients.</summary>
internal static class ClientFiles
{
    public static void Add(GeneratedFiles files, ApiModel model, DocumentModel document, Namespaces namespaces)
    {
        var folder = namespaces.Folder;
        var extensions = new ClientExtensionsEmitter(namespaces);
        foreach (var resource in document.Resources)
        {
            files.Add($"{folder}/Clients/{extensions.ClassName(resource)}.g.cs", extensions.Emit(resource));
            files.Add($"{folder}/Api/{resource.Api}.g.cs", ApiEmitter.Emit(resource, namespaces));
            files.Add($"{folder}/Clients/{resource.Interface}.g.cs", new ClientInterfaceEmitter(model, namespaces).Emit(resource));
            files.Add($"{folder}/Clients/{resource.Class}.g.cs", new ClientEmitter(model, namespaces).Emit(resource));
        }
    }
}
