using Voucherify.Loyalties.CodeGen.Document;
using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Generates files from documents. The same documents give the same bytes.</summary>
internal static class Generator
{
    /// <param name="sources">The documents.</param>
    /// <param name="rootNamespace">The namespace of the client.</param>
    /// <exception cref="DocumentException">No code can be generated from the documents.</exception>
    public static GeneratorOutput Generate(IReadOnlyList<SourceDocument> sources, string rootNamespace)
    {
        var (model, fallbacks) = ModelBuilder.Build(DocumentReader.Read(sources));
        var files = new GeneratedFiles();
        foreach (var document in model.Documents)
        {
            var namespaces = new Namespaces(rootNamespace, document.Name);
            RuntimeFiles.Add(files, model, document, namespaces);
            ClientFiles.Add(files, model, document, namespaces);
            ModelFiles.Add(files, document, namespaces);
        }

        return new(files.All, OperationsPage.Emit(model), fallbacks);
    }
}
