using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The Refit interfaces: a method that returns a request only builds it, at compile time, without reflection.</summary>
internal static class ApiEmitter
{
    public static string Emit(ResourceModel resource, Namespaces spaces)
    {
        var hasQuery = resource.Methods.Any(method => method.Main.Query is not null);
        var writer = CodeWriter.File(spaces.Api, resource.HasJson ? "System.Text.Json" : null, "Refit", hasQuery ? Namespaces.CoreSerialization : null, spaces.Public);
        writer.Summary($"Builds the requests of the {resource.Tag} client. It sends nothing.");
        writer.Block($"internal interface {resource.Api}", () => writer.Separated(
            resource.Methods.SelectMany(method => method.Routes),
            route => writer
                .Summary($"Builds `{route.Id}`.")
                .Line($"[{route.HttpMethod}({Docs.Literal(route.Path)})]")
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
            yield return body.IsForm ? "[Body] HttpContent request" : $"[Body(BodySerializationMethod.Serialized)] {body.Type.CSharp} request";
        }
    }
}
