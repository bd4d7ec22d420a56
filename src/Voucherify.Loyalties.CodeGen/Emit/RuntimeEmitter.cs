using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>What the client needs as a whole: its resources, the JSON context, and the facts about the operations.</summary>
internal static class RuntimeEmitter
{
    public static string Resources(ApiModel model, Spaces spaces)
    {
        var writer = CodeWriter.File(spaces.Public, spaces.Clients);
        writer.Block("public partial interface ILoyaltyClient", () => writer.Separated(
            model.Resources,
            resource => writer.Summary(resource.Doc).Line($"{resource.Interface} {resource.Tag} {{ get; }}")));
        writer.Line();
        writer.Block("public sealed partial class LoyaltyClient", () => writer.Separated(
            model.Resources,
            resource => writer.Line("/// <inheritdoc/>").Line($"public {resource.Interface} {resource.Tag} => field ??= new {resource.Class}(_parts.Context);")));
        return writer.ToString();
    }

    public static string JsonContext(ApiModel model, Spaces spaces)
    {
        var writer = CodeWriter.File(
            spaces.Internal, "System.Text.Json", "System.Text.Json.Serialization.Metadata", Spaces.CoreSerialization);
        writer.Summary("How the models are read and written, each by itself: what no call uses is neither started nor kept in a native program.");
        writer.Block("internal sealed class LoyaltyJson", () =>
        {
            writer.Summary("The only one.").Line("public static LoyaltyJson Default { get; } = new();").Line();
            writer.Separated(JsonTypes(model), type => writer
                .Line($"public JsonTypeInfo<{type.CSharp}> {type.JsonName} => field ??= JsonModels.Info<{type.CSharp}>({JsonCode.Reader(type)}, {JsonCode.Writer(type)});"));
        });
        return writer.ToString();
    }

    public static string Operations(ApiModel model, Spaces spaces)
    {
        var routes = model.Resources.SelectMany(resource => resource.Methods).SelectMany(method => method.Routes)
            .OrderBy(route => route.RouteName, StringComparer.Ordinal).ToList();
        var writer = CodeWriter.File(spaces.Internal, Spaces.CoreCalls);
        writer.Summary("The operations of our OpenAPI document, each made when it is first called.");
        writer.Block("internal static class LoyaltyOperations", () =>
        {
            foreach (var route in routes)
            {
                writer.Summary($"`{route.Id}`").Line($"public static {Type(route)} {route.RouteName} => field ??= {Operation(route)};").Line();
            }

            writer.Summary("All of them, by name.");
            writer.Line("public static IReadOnlyList<Operation> All =>").Line("[");
            writer.Indent(() => writer.Lines(routes.Select(route => $"{route.RouteName},"))).Line("];");
        });
        return writer.ToString();
    }

    private static string Type(OperationModel route) => route.Answer is { } answer ? $"Operation<{answer.Type.CSharp}>" : "Operation";

    private static string Operation(OperationModel route)
    {
        var facts = Facts(route).ToList();
        var initializer = facts.Count == 0 ? string.Empty : $" {{ {string.Join(", ", facts)} }}";
        return $"new({Docs.Literal(route.Id)}, {Docs.Literal(route.Name)}, HttpMethod.{route.HttpMethod}, {Docs.Literal(route.Path)}, Idempotency.{Naming.Pascal(route.Idempotency)}{(route.Answer is { } answer ? $", LoyaltyJson.Default.{answer.Type.JsonName}" : string.Empty)}){initializer}";
    }

    private static IEnumerable<string> Facts(OperationModel route)
    {
        if (route.SequencedBy.Count > 0)
        {
            yield return "MovesPoints = true";
        }

        if (route.Proof is { } proof)
        {
            yield return $"IsComplete = static response => response.{proof.Name} is not null";
        }

        if (route.NeedsAppKey)
        {
            yield return "NeedsAppKey = true";
        }
    }

    private static IEnumerable<TypeRef> JsonTypes(ApiModel model) => model.JsonRoots
        .Concat(model.Records.Where(record => record.IsJson).Select(record => new TypeRef(TypeKind.Record, record.Name)))
        .DistinctBy(type => type.CSharp, StringComparer.Ordinal)
        .OrderBy(type => type.CSharp, StringComparer.Ordinal);
}
