using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the Refit interfaces. Their methods return a request: Refit builds it without reflection, and nothing is sent.</summary>
internal static class ApiEmitter
{
    public static string Emit(ResourceModel resource, Namespaces namespaces)
    {
        var usesOwn = resource.Methods.Any(method => method.Main.Query is not null || method.Main.Body is { IsForm: false });
        var writer = CodeWriter.File(
            namespaces.Api,
            "Refit",
            resource.HasJson ? "System.Text.Json" : null,
            usesOwn ? Namespaces.CoreSerialization : null,
            namespaces.Public);
        writer.Summary($"Builds the requests of the {resource.Tag} client. Nothing is sent.");
        writer.Block($"internal interface {resource.Api}", () => writer.Separated(
            resource.Methods.SelectMany(method => method.Routes),
            route => writer
                .Summary($"Builds `{route.Id}`.")
                .Line($"[{route.HttpMethod}({XmlDocs.Literal(route.Path)})]")
                .Line($"Task<HttpRequestMessage> {route.RouteName}({string.Join(", ", Parameters(route))});")));
        return writer.ToString();
    }

    private static IEnumerable<string> Parameters(OperationModel route)
    {
        foreach (var id in route.IdsInPath)
        {
            yield return $"string {id.Wire}";
        }

        if (route.Query is not null)
        {
            yield return "[Query, QueryConverter(typeof(NamedValuesQuery))] NamedValues query";
        }

        if (route.Body is { } body)
        {
            yield return body.IsForm
                ? "[Body] HttpContent request"
                : $"[Body(BodySerializationMethod.Serialized)] {BodyType(body.Type)} request";
        }
    }

    // Refit keeps its implementations in every program. With the types of the bodies, it would keep these, too, and how to read them.
    private static string BodyType(TypeRef type) => type switch
    {
        { Kind: TypeKind.Record } => "IJsonBody",
        { Kind: TypeKind.List, Item.Kind: TypeKind.Record } => "IEnumerable<IJsonBody>",
        _ => type.CSharp,
    };
}
