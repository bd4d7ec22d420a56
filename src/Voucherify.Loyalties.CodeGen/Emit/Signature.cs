using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The parameters of a public method: ids, request or query, the optional id, options, token.</summary>
internal static class Signature
{
    public static IReadOnlyList<Parameter> Parameters(MethodModel method)
    {
        var main = method.Main;
        var parameters = main.PathIds.Select(id => new Parameter(id.Type.CSharp, id.Name, null, id.Doc)).ToList();
        if (main.Body is { } body)
        {
            parameters.Add(new(body.Type.CSharp, body.Name, null, body.Doc));
        }

        if (main.Query is { } query)
        {
            parameters.Add(query.HasRequired
                ? new(query.Name, "query", null, "What to ask for.")
                : new($"{query.Name}?", "query", "null", "What to ask for. Default: `null`, the service's defaults."));
        }

        if (method.OptionalId is { } optional)
        {
            parameters.Add(optional.IsTyped
                ? new(optional.Type.CSharp, optional.Name, "default", $"{optional.Doc} Default: none, the route without it.")
                : new("string?", optional.Name, "null", $"{optional.Doc} Default: `null`, the route without it."));
        }

        parameters.Add(new("RequestOptions?", "options", "null", "What this call does differently, such as its timeout. Default: `null`, the client's options."));
        parameters.Add(new("CancellationToken", "cancellationToken", "default", "Cancels the call, also while it waits before a retry."));
        return parameters;
    }

    /// <summary>Writes the method itself: a list that pages is over all its items.</summary>
    public static CodeWriter Method(this CodeWriter writer, MethodModel method, string before, string after) =>
        writer.Write(method, $"{before}{ReturnType(method)} {method.Name}Async(", after);

    /// <summary>Writes the method for one page of a list.</summary>
    public static CodeWriter PageMethod(this CodeWriter writer, MethodModel method, string before, string after) =>
        writer.Write(method, $"{before}Task<{method.Main.Answer!.Type.CSharp}> {method.Name}PageAsync(", after);

    private static string ReturnType(MethodModel method) => method.Main switch
    {
        { Paging: { } paging } => $"IAsyncEnumerable<{paging.Item.CSharp}>",
        { Answer: { } answer } => $"Task<{answer.Type.CSharp}>",
        _ => "Task",
    };

    private static CodeWriter Write(this CodeWriter writer, MethodModel method, string start, string after)
    {
        var parameters = Parameters(method);
        return writer.Line(start).Indent(() =>
            writer.Lines(parameters.Select((parameter, index) => $"{parameter}{(index < parameters.Count - 1 ? "," : $"){after}")}")));
    }

    internal sealed record Parameter(string Type, string Name, string? Default, string Doc)
    {
        public override string ToString() => Default is null ? $"{Type} {Name}" : $"{Type} {Name} = {Default}";
    }
}
