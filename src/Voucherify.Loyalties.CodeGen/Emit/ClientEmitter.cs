using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>Emits the resource clients: they check the arguments, choose the route and hand the call over to the dispatcher.</summary>
internal sealed class ClientEmitter(ApiModel model, Namespaces namespaces)
{
    private readonly CallCode _call = new(model, namespaces);

    public string Emit(ResourceModel resource)
    {
        var writer = CodeWriter.File(namespaces.Clients, Usings(resource));
        writer.Summary(resource.Doc);
        writer.Block($"internal sealed partial class {resource.Class} : {resource.Interface}", () =>
        {
            Construction(writer, resource);
            foreach (var method in resource.GeneratedMethods.Where(method => !method.Main.HandWritten))
            {
                Method(writer, method);
            }
        });
        return writer.ToString();
    }

    private IEnumerable<string?> Usings(ResourceModel resource)
    {
        yield return resource.HasJson ? "System.Text.Json" : null;
        yield return namespaces.Public;
        yield return namespaces.Api;
        yield return namespaces.Internal;
        yield return Namespaces.CoreResources;
        var generated = resource.GeneratedMethods.Where(method => !method.Main.HandWritten).ToList();
        yield return generated.Exists(CallCode.NamesCard) ? Namespaces.CoreCalls : null;
        yield return generated.Exists(method => method.Main.Query is not null) ? Namespaces.CoreSerialization : null;
        yield return generated.Exists(ArgumentCheckCode.UsesValidation) ? Namespaces.CoreValidation : null;
        yield return generated.Exists(method => method.Main.Paging is not null) ? Namespaces.CorePagination : null;
        yield return generated.Exists(method => method.Main.ChecksBody) ? namespaces.Checks : null;
    }

    private static void Construction(CodeWriter writer, ResourceModel resource) => writer
        .Line("private readonly ResourceContext _context;")
        .Line($"private readonly {resource.Api} _api;")
        .Line()
        .Block($"public {resource.Class}(ResourceContext context)", () => writer
            .Line("_context = context;")
            .Line($"_api = context.Apis.Create<{resource.Api}>();"));

    private void Method(CodeWriter writer, MethodModel method)
    {
        writer.Line().Line("/// <inheritdoc/>").Method(method, "public ", string.Empty);
        if (method.Main.Paging is null)
        {
            Body(writer, ArgumentCheckCode.Of(method, keepStrings: true), () => _call.Write(writer, method));
            return;
        }

        Body(writer, ArgumentCheckCode.Of(method, keepStrings: false), () => new PagingEmitter(model, method).Write(writer));
        writer.Line().Line("/// <inheritdoc/>").PageMethod(method, "public ", string.Empty);
        Body(writer, ArgumentCheckCode.Of(method, keepStrings: true), () => _call.Write(writer, method));
    }

    // The call itself throws if an argument is invalid, even if it returns a task or an enumerable.
    private static void Body(CodeWriter writer, IEnumerable<string> checks, Action body) => writer.Block(() =>
    {
        var lines = checks.ToList();
        writer.Lines(lines);
        if (lines is not ([] or [.., ""]))
        {
            writer.Line();
        }

        body();
    });
}
