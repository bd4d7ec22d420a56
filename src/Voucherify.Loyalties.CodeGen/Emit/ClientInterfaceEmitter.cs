using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the public interfaces of the resource clients with their documentation.</summary>
internal sealed class ClientInterfaceEmitter(ApiModel model, Namespaces namespaces)
{
    private const string WholeList =
        "All items from the start of the query. Pages are requested as they are needed. "
        + "They have the largest size that the service allows, unless the query sets a size.";

    public string Emit(ResourceModel resource)
    {
        var writer = CodeWriter.File(
            namespaces.Public,
            ExperimentalCode.Using(resource.GeneratedMethods.Any(method => method.Main.IsExperimental)),
            resource.HasJson ? "System.Text.Json" : null);
        writer.Summary(resource.Doc);
        writer.Block(
            $"public partial interface {resource.Interface}",
            () => writer.Separated(resource.GeneratedMethods, method => Method(writer, method)));
        return writer.ToString();
    }

    private void Method(CodeWriter writer, MethodModel method)
    {
        var main = method.Main;
        if (main.Paging is null)
        {
            Document(writer, method, main.Summary, main.Response?.Doc ?? "A task that completes when the service has responded.");
            writer.Method(method, string.Empty, ";");
            return;
        }

        Document(writer, method, main.Summary, WholeList, isWholeList: true);
        writer.Method(method, string.Empty, ";").Line();
        Document(writer, method, $"{main.Summary} Returns one page.", main.Response!.Doc);
        writer.PageMethod(method, string.Empty, ";");
    }

    private void Document(CodeWriter writer, MethodModel method, string summary, string returns, bool isWholeList = false)
    {
        string?[] remarks = [method.Main.Doc, PromiseDocs.Of(model, method.Main), Calls(method)];
        writer.Summary(summary).Doc("remarks", string.Join("\n\n", remarks.OfType<string>()));
        foreach (var parameter in Signature.Parameters(method))
        {
            writer.Param(parameter.Name, parameter.Doc);
        }

        writer.Doc("returns", returns);
        ExceptionDocs.Write(writer, method.Main, isWholeList);
        writer.Experimental(method.Main.IsExperimental);
    }

    private static string Calls(MethodModel method)
    {
        var variant = method.Variant is { } other ? $", or `{other.Id}` if `{method.OptionalId!.Name}` is given" : string.Empty;
        var uncalled = method.UncalledRoutes.Select(route => $" `{route.Id}` does the same and is never called.");
        return $"Calls `{method.Main.Id}`{variant}.{string.Concat(uncalled)}";
    }
}
