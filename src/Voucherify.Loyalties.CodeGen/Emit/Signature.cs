using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The signature of a public method: ids, request or query, the optional id, options, token.</summary>
internal static class Signature
{
    private static readonly SignatureParameter Options =
        new("RequestOptions?", "options", "null", "Overrides for this call, such as its timeout. Default: `null`, the client's options.");

    private static readonly SignatureParameter Token =
        new("CancellationToken", "cancellationToken", "default", "Cancels the call, including its waits before retries.");

    public static List<SignatureParameter> Parameters(MethodModel method)
    {
        var main = method.Main;
        var parameters = main.PathIds.Select(id => new SignatureParameter(id.Type.CSharp, id.Name, null, id.Doc)).ToList();
        if (main.Body is { } body)
        {
            parameters.Add(new(body.Type.CSharp, body.Name, null, body.Doc));
        }

        if (main.Query is { } query)
        {
            parameters.Add(query.HasRequired
                ? new(query.Name, "query", null, "The query parameters.")
                : new($"{query.Name}?", "query", "null", "The query parameters. Default: `null`, the defaults of the service."));
        }

        if (method.OptionalId is { } id)
        {
            parameters.Add(id.IsTyped
                ? new(id.Type.CSharp, id.Name, "default", $"{id.Doc} Default: none, which calls the route without it.")
                : new("string?", id.Name, "null", $"{id.Doc} Default: `null`, which calls the route without it."));
        }

        return [.. parameters, Options, Token];
    }

    /// <summary>Writes the method. A list that is paged is enumerated.</summary>
    public static CodeWriter Method(this CodeWriter writer, MethodModel method, string before, string after) =>
        writer.Write(method, $"{before}{ReturnType(method)} {method.Name}Async(", after);

    /// <summary>Writes the method that returns one page of a list.</summary>
    public static CodeWriter PageMethod(this CodeWriter writer, MethodModel method, string before, string after) =>
        writer.Write(method, $"{before}Task<{method.Main.Response!.Type.CSharp}> {method.Name}PageAsync(", after);

    /// <summary>What the method returns. A list that is paged is enumerated.</summary>
    public static string ReturnType(MethodModel method) => method.Main switch
    {
        { Paging: { } paging } => $"IAsyncEnumerable<{paging.Item.CSharp}>",
        { Result: { } result } => $"Task<{result.Type.CSharp}>",
        { Response: { } response } main => $"Task<{response.Type.CSharp}{(main.ReturnsNullWhenGone ? "?" : "")}>",
        _ => "Task",
    };

    private static CodeWriter Write(this CodeWriter writer, MethodModel method, string start, string after)
    {
        var parameters = Parameters(method);
        return writer.Unwrapped(start).Indent(() => writer.Lines(
            parameters.Select((parameter, index) => $"{parameter}{(index < parameters.Count - 1 ? "," : $"){after}")}")));
    }
}
