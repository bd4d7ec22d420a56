using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The files of records, queries, enums and ids.</summary>
internal static class ModelFiles
{
    public static void Add(GeneratedFiles files, DocumentModel document, Namespaces namespaces)
    {
        var folder = namespaces.Folder;
        var checks = new CheckEmitter(document, namespaces);
        foreach (var id in document.Ids)
        {
            files.Add($"{folder}/Ids/{id.Name}.g.cs", IdEmitter.Emit(id, namespaces));
        }

        foreach (var item in document.Enums)
        {
            files.Add($"{folder}/Models/{item.Name}.g.cs", EnumEmitter.Emit(item, namespaces));
        }

        foreach (var record in document.Records)
        {
            files.Add($"{folder}/Models/{record.Name}.g.cs", RecordEmitter.Emit(record, namespaces));
            if (record.IsChecked && checks.Emits(record))
            {
                files.Add($"{folder}/Checks/{CheckEmitter.ClassName(record.Type)}.g.cs", checks.Emit(record));
            }

            if (record.IsJson)
            {
                files.Add($"{folder}/Json/{record.Name}Json.g.cs", new RecordJsonEmitter(record, namespaces).Emit());
            }
        }

        foreach (var operation in document.Queries)
        {
            files.Add($"{folder}/Models/{operation.Query!.Name}.g.cs", QueryEmitter.Emit(operation, namespaces), operation.Pointer);
        }
    }
}
