using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What the client needs as a whole: its resources, the JSON context, and the facts about the operations.</summary>
internal static class RuntimeEmitter
{
    /// <summary>The interface and the client of a version: its resources.</summary>
    public static (string Interface, string Class) Version(DocumentModel model, Namespaces spaces)
    {
        var number = spaces.Folder[1..];
        var contract = CodeWriter.File(spaces.Public);
        contract.Summary($"Version {number} of the Loyalties API, one property a resource. Each property is an interface, so that a test can put a fake in its place.");
        contract.Block($"public interface I{spaces.VersionClass}", () => Declare(contract, model));

        var writer = CodeWriter.File(spaces.Clients, Namespaces.CoreResources, spaces.Public);
        writer.Line("/// <inheritdoc/>");
        writer.Block($"internal sealed class {spaces.VersionClass}(ResourceContext context) : I{spaces.VersionClass}", () => Define(writer, model, "context"));
        return (contract.ToString(), writer.ToString());
    }

    /// <summary>The generated part of the client: the shared resources, and the versions.</summary>
    public static string Client(DocumentModel model, Namespaces spaces, IReadOnlyList<Namespaces> versions)
    {
        var writer = CodeWriter.File(spaces.Public, [spaces.Clients, .. versions.SelectMany(version => new[] { version.Public, version.Clients })]);
        writer.Block("public partial interface ILoyaltyClient", () =>
        {
            Declare(writer, model);
            foreach (var version in versions)
            {
                writer.Line().Summary($"Version {version.Folder[1..]} of the Loyalties API.").Line($"I{version.VersionClass} {version.Folder} {{ get; }}");
            }
        });
        writer.Line();
        writer.Block("public sealed partial class LoyaltyClient", () =>
        {
            Define(writer, model, "_parts.Context");
            foreach (var version in versions)
            {
                writer.Line().Line("/// <inheritdoc/>").Line($"public I{version.VersionClass} {version.Folder} => field ??= new {version.VersionClass}(_parts.Context);");
            }
        });
        return writer.ToString();
    }

    public static string Json(DocumentModel model, Namespaces spaces)
    {
        var types = JsonTypes(model).ToList();
        var writer = CodeWriter.File(
            spaces.Internal,
            ["System.Text.Json", "System.Text.Json.Serialization.Metadata", Namespaces.CoreSerialization, spaces.Public, .. spaces.JsonOf(types)]);
        writer.Summary("How the models are read and written, each by itself: what no call uses is neither started nor kept in a native program.");
        writer.Block($"internal static class {spaces.JsonClass}", () => writer.Separated(types, type => writer
            .Line($"public static JsonTypeInfo<{type.CSharp}> {type.JsonName} => field ??= JsonModels.Info<{type.CSharp}>({JsonCode.Reader(type)}, {JsonCode.Writer(type)});")));
        return writer.ToString();
    }

    public static string Operations(DocumentModel model, Namespaces spaces)
    {
        var routes = model.Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Routes)
            .OrderBy(route => route.RouteName, StringComparer.Ordinal).ToList();
        var writer = CodeWriter.File(spaces.Internal, Namespaces.CoreCalls, spaces.Public);
        writer.Summary("The operations of the document, each made when it is first called.");
        writer.Block($"internal static class {spaces.OperationsClass}", () =>
        {
            foreach (var route in routes)
            {
                writer.Summary($"`{route.Id}`").Line($"public static {Type(route)} {route.RouteName} => field ??= {Operation(route, spaces)};").Line();
            }

            writer.Summary("All of them, by name.");
            writer.Line("public static IReadOnlyList<Operation> All =>").Line("[");
            writer.Indent(() => writer.Lines(routes.Select(route => $"{route.RouteName},"))).Line("];");
        });
        return writer.ToString();
    }

    private static string Type(OperationModel route) => route.Answer is { } answer ? $"Operation<{answer.Type.CSharp}>" : "Operation";

    private static string Operation(OperationModel route, Namespaces spaces)
    {
        var facts = Facts(route).ToList();
        var initializer = facts.Count == 0 ? string.Empty : $" {{ {string.Join(", ", facts)} }}";
        return $"new({Docs.Literal(route.Id)}, {Docs.Literal(route.Name)}, HttpMethod.{route.HttpMethod}, {Docs.Literal(route.Path)}, Idempotency.{Naming.Pascal(route.Idempotency)}{(route.Answer is { } answer ? $", {spaces.JsonClass}.{answer.Type.JsonName}" : string.Empty)}){initializer}";
    }

    private static IEnumerable<string> Facts(OperationModel route)
    {
        if (route.MovesPoints)
        {
            yield return "MovesPoints = true";
        }

        if (route.Proof is { } proof)
        {
            yield return $"IsComplete = static response => response.{proof.Name}{(proof.Type.Kind == TypeKind.Id ? ".HasValue" : " is not null")}";
        }

        if (route.NeedsAppKey)
        {
            yield return "NeedsAppKey = true";
        }
    }

    private static void Declare(CodeWriter writer, DocumentModel model) => writer.Separated(
        model.Resources,
        resource => writer.Summary(resource.Doc).Line($"{resource.Interface} {resource.Tag} {{ get; }}"));

    private static void Define(CodeWriter writer, DocumentModel model, string context) => writer.Separated(
        model.Resources,
        resource => writer.Line("/// <inheritdoc/>").Line($"public {resource.Interface} {resource.Tag} => field ??= new {resource.Class}({context});"));

    private static IEnumerable<TypeRef> JsonTypes(DocumentModel model) => model.JsonRoots
        .Concat(model.Records.Where(record => record.IsJson).Select(record => record.Type))
        .Distinct()
        .OrderBy(type => type.CSharp, StringComparer.Ordinal);
}
