using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The public interfaces of the resource clients, with the documentation.</summary>
internal sealed class ClientInterfaceEmitter(ApiModel model, Namespaces spaces)
{
    public string Emit(ResourceModel resource)
    {
        var writer = CodeWriter.File(spaces.Public, resource.HasJson ? "System.Text.Json" : null);
        writer.Summary(resource.Doc);
        writer.Block($"public partial interface {resource.Interface}", () => writer.Separated(resource.Methods, method => Method(writer, method)));
        return writer.ToString();
    }

    private void Method(CodeWriter writer, MethodModel method)
    {
        var paging = method.Main.Paging;
        var returns = paging is null
            ? method.Main.Answer?.Doc ?? "A task that ends when the service has answered."
            : "All items from the start of the query on. Pages are fetched as they are needed; where the query does not say how long they are, they are as long as the service allows.";
        Document(writer, method, method.Main.Summary, returns, isWholeList: paging is not null);
        writer.Method(method, string.Empty, ";");
        if (paging is not null)
        {
            writer.Line();
            Document(writer, method, $"{method.Main.Summary} One page of them.", method.Main.Answer!.Doc, isWholeList: false);
            writer.PageMethod(method, string.Empty, ";");
        }
    }

    private void Document(CodeWriter writer, MethodModel method, string summary, string returns, bool isWholeList)
    {
        writer.Summary(summary);
        writer.Doc("remarks", string.Join("\n\n", new[] { method.Main.Doc, PromiseDocs.Of(model, method.Main), Calls(method) }.OfType<string>()));
        foreach (var parameter in Signature.Parameters(method))
        {
            writer.Param(parameter.Name, parameter.Doc);
        }

        writer.Doc("returns", returns);
        ExceptionDocs.Write(writer, method.Main, isWholeList);
    }

    private static string Calls(MethodModel method) =>
        $"Calls `{method.Main.Id}`{(method.Twin is { } twin ? $", or `{twin.Id}` with `{method.OptionalId!.Name}`" : "")}"
        + $"{string.Concat(method.OtherRoutes.Select(other => $", never its other route `{other.Id}`"))}.";
}
