using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the clients that own the resource clients: the client itself and one client for each version of the API.</summary>
internal static class ClientCompositionEmitter
{
    private const string Context = "_parts.Context";

    /// <summary>The generated part of the client: the shared resources and the versions.</summary>
    public static string EmitClient(DocumentModel model, Namespaces namespaces, IReadOnlyList<Namespaces> versions)
    {
        var writer = CodeWriter.File(
            namespaces.Public,
            [namespaces.Clients, .. versions.SelectMany(version => new[] { version.Public, version.Clients })]);
        writer.Block("public partial interface ILoyaltyClient", () =>
        {
            Declare(writer, model);
            foreach (var version in versions)
            {
                writer.Line()
                    .Summary($"Version {version.VersionNumber} of the Loyalties API.")
                    .Line($"I{version.VersionClass} {version.Folder} {{ get; }}");
            }
        });
        writer.Line();
        writer.Block("public sealed partial class LoyaltyClient", () =>
        {
            Define(writer, model, Context);
            foreach (var version in versions)
            {
                writer.Line()
                    .Line("/// <inheritdoc/>")
                    .Line($"public I{version.VersionClass} {version.Folder} => field ??= new {version.VersionClass}({Context});");
            }
        });
        return writer.ToString();
    }

    public static string EmitVersionInterface(DocumentModel model, Namespaces namespaces)
    {
        var writer = CodeWriter.File(namespaces.Public);
        writer.Summary(
            $"The resources of version {namespaces.VersionNumber} of the Loyalties API. "
            + "Each is an interface, so that a test can replace it with a fake.");
        writer.Block($"public interface I{namespaces.VersionClass}", () => Declare(writer, model));
        return writer.ToString();
    }

    public static string EmitVersionClass(DocumentModel model, Namespaces namespaces)
    {
        var writer = CodeWriter.File(namespaces.Clients, Namespaces.CoreResources, namespaces.Public);
        writer.Line("/// <inheritdoc/>");
        writer.Block(
            $"internal sealed class {namespaces.VersionClass}(ResourceContext context) : I{namespaces.VersionClass}",
            () => Define(writer, model, "context"));
        return writer.ToString();
    }

    private static void Declare(CodeWriter writer, DocumentModel model) => writer.Separated(
        model.Resources,
        resource => writer.Summary(resource.Doc).Line($"{resource.Interface} {resource.Tag} {{ get; }}"));

    private static void Define(CodeWriter writer, DocumentModel model, string context) => writer.Separated(
        model.Resources,
        resource => writer
            .Line("/// <inheritdoc/>")
            .Line($"public {resource.Interface} {resource.Tag} => field ??= new {resource.Class}({context});"));
}
