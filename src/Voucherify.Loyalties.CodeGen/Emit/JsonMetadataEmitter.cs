using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the class with the JSON metadata of the models.</summary>
internal static class JsonMetadataEmitter
{
    public static string Emit(DocumentModel model, Namespaces namespaces)
    {
        var types = Types(model).ToList();
        var writer = CodeWriter.File(
            namespaces.Internal,
            [
                "System.Text.Json", "System.Text.Json.Serialization.Metadata", Namespaces.CoreSerialization, namespaces.Public,
                .. namespaces.JsonOf(types),
            ]);
        writer.Summary("The JSON metadata of the models. Each is created on its own, so a native program keeps only what its calls use.");
        writer.Block($"internal static class {namespaces.JsonClass}", () => writer.Separated(types, type => writer
            .Line($"public static JsonTypeInfo<{type.CSharp}> {type.JsonName} => field ??= {Create(type)};")));
        return writer.ToString();
    }

    private static string Create(TypeRef type) =>
        $"JsonModels.Info<{type.CSharp}>({JsonValueCode.ResponseReader(type)}, {JsonValueCode.Writer(type)})";

    private static IEnumerable<TypeRef> Types(DocumentModel model) => model.JsonRoots
        .Concat(model.Records.Where(record => record.IsJson).Select(record => record.Type))
        .Distinct()
        .OrderBy(type => type.CSharp, StringComparer.Ordinal);
}
