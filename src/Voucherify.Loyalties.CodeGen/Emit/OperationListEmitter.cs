using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the class with the operations: what the runtime must know about each.</summary>
internal static class OperationListEmitter
{
    public static string Emit(DocumentModel model, Namespaces namespaces)
    {
        var routes = model.Routes.OrderBy(route => route.RouteName, StringComparer.Ordinal).ToList();
        var writer = CodeWriter.File(namespaces.Internal, Namespaces.CoreCalls, namespaces.Public);
        writer.Summary("The operations of the OpenAPI document. Each is created by its first call.");
        writer.Block($"internal static class {namespaces.OperationsClass}", () =>
        {
            foreach (var route in routes)
            {
                writer.Summary($"`{route.Id}`");
                Write(writer, route, namespaces, [.. Facts(route, model)]);
                writer.Line();
            }

            writer.Summary("All operations by name.").Line("public static IReadOnlyList<Operation> All =>").Line("[");
            writer.Indent(() => writer.Lines(routes.Select(route => $"{route.RouteName},"))).Line("];");
        });
        return writer.ToString();
    }

    private static void Write(CodeWriter writer, OperationModel route, Namespaces namespaces, IReadOnlyList<string> facts)
    {
        var property = $"public static {TypeOf(route)} {route.RouteName} =>";
        var created = $"field ??= {Create(route, namespaces)}";
        if (facts.Count < 2)
        {
            writer.Line($"{property} {created}{string.Concat(facts.Select(fact => $" {{ {fact} }}"))};");
            return;
        }

        writer.Line(property).Indent(() => writer
            .Line(created)
            .Line("{")
            .Indent(() => writer.Lines(facts.Select(fact => $"{fact},")))
            .Line("};"));
    }

    private static string TypeOf(OperationModel route) =>
        route.Response is { } response ? $"Operation<{response.Type.CSharp}>" : "Operation";

    private static string Create(OperationModel route, Namespaces namespaces)
    {
        string?[] arguments =
        [
            XmlDocs.Literal(route.Id),
            XmlDocs.Literal(route.Name),
            $"HttpMethod.{route.HttpMethod}",
            XmlDocs.Literal(route.Path),
            $"Idempotency.{Naming.Pascal(route.Idempotency)}",
            route.Response is { } response ? $"{namespaces.JsonClass}.{response.Type.JsonName}" : null,
        ];
        return $"new({string.Join(", ", arguments.OfType<string>())})";
    }

    // A missing id must not make a successful call fail.
    private static string Proof(OperationModel route, PropertyModel proof) =>
        proof.IsId && route.ObjectType is { } type ? $"{Test(proof)} || {Test(type)}" : Test(proof);

    private static string Test(PropertyModel member) => member switch
    {
        { Type.Kind: TypeKind.Id } => $"body.{member.Name}.HasValue",
        { IsId: true } => $"body.{member.Name}.Length > 0",
        _ => $"body.{member.Name} is not null",
    };

    private static IEnumerable<string> Facts(OperationModel route, DocumentModel document)
    {
        if (document.NamesSpans)
        {
            yield return $"SpanName = {XmlDocs.Literal($"{document.Name}.{Naming.Snake(route.RouteName)}")}";
        }

        if (route.MovesPoints)
        {
            yield return "MovesPoints = true";
        }

        if (route.Proof is { } proof)
        {
            yield return $"IsComplete = static body => {Proof(route, proof)}";
        }

        if (route.NeedsAppKey)
        {
            yield return "NeedsAppKey = true";
        }
    }
}
