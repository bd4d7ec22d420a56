using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The resource clients: check the arguments, choose the route, hand over to the dispatcher.</summary>
internal sealed class ClientEmitter(ApiModel model, Namespaces spaces)
{
    private const string MemberId = "memberId";
    private const string CampaignId = "campaignId";

    public string Emit(ResourceModel resource)
    {
        var writer = CodeWriter.File(spaces.Clients, Usings(resource));
        writer.Summary(resource.Doc);
        writer.Block($"internal sealed partial class {resource.Class} : {resource.Interface}", () =>
        {
            Construction(writer, resource);
            foreach (var method in resource.Methods.Where(method => !method.Main.HandWritten))
            {
                Method(writer, method);
            }
        });
        return writer.ToString();
    }

    private IEnumerable<string?> Usings(ResourceModel resource)
    {
        yield return resource.HasJson ? "System.Text.Json" : null;
        yield return spaces.Public;
        yield return spaces.Api;
        yield return spaces.Internal;
        yield return Namespaces.CoreResources;
        yield return resource.Methods.Any(method => Subject(method) is not null) ? Namespaces.CoreCalls : null;
        yield return resource.Methods.Any(NeedsWire) ? Namespaces.CoreSerialization : null;
        yield return resource.Methods.Any(method => NeedsValidation(method) || HasTypedIds(method)) ? Namespaces.CoreValidation : null;
        yield return resource.Methods.Any(method => method.Main.Paging is not null) ? Namespaces.CorePagination : null;
    }

    private static bool HasTypedIds(MethodModel method) =>
        !method.Main.HandWritten && method.Routes.SelectMany(route => route.PathIds).Any(id => id.IsTyped);

    private static bool NeedsWire(MethodModel method) =>
        !method.Main.HandWritten && method.Main.Query is not null;

    private static bool NeedsValidation(MethodModel method) => !method.Main.HandWritten
        && (method.Main.PathIds.Any() || method.OptionalId is not null || method.Main.Body?.Type.Kind == TypeKind.List);

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
            Body(writer, Checks(method, keepStrings: true), () => Send(writer, method));
            return;
        }

        Body(writer, Checks(method, keepStrings: false), () => new PagingEmitter(model, method).Write(writer));
        writer.Line().Line("/// <inheritdoc/>").PageMethod(method, "public ", string.Empty);
        Body(writer, Checks(method, keepStrings: true), () => Send(writer, method));
    }

    // The checks throw from the call itself, also where the result is a task or an enumerable.
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

    private static IEnumerable<string> Checks(MethodModel method, bool keepStrings)
    {
        foreach (var id in method.Main.PathIds)
        {
            yield return id.IsTyped ? $"{Keep(id, keepStrings)}IdCheck.Require({id.Name});" : $"Validate.PathSegment({id.Name});";
        }

        if (method.OptionalId is { IsTyped: true } typed)
        {
            yield return $"{Keep(typed, keepStrings)}IdCheck.Allow({typed.Name});";
        }
        else if (method.OptionalId is { } optional)
        {
            yield return $"if ({optional.Name} is not null)";
            yield return "{";
            yield return $"    Validate.PathSegment({optional.Name});";
            yield return "}";
            yield return string.Empty;
        }

        if (method.Main.Body is { } body)
        {
            yield return body.Type.Kind == TypeKind.List ? $"{body.Name} = Validate.Items({body.Name});" : $"ArgumentNullException.ThrowIfNull({body.Name});";
        }

        if (method.Main.Query is { HasRequired: true })
        {
            yield return "ArgumentNullException.ThrowIfNull(query);";
        }

        if (method.Main.Query is { HasLimits: true } query)
        {
            yield return query.HasRequired ? "query.Check();" : "query?.Check();";
        }
    }

    private static string Keep(ParameterModel id, bool keepStrings) => keepStrings ? $"var {id.Value} = " : string.Empty;

    private void Send(CodeWriter writer, MethodModel method)
    {
        var build = $"() => {Choose(method, Build(method.Main), Build)}";
        writer.Line("return _context.Dispatcher.SendAsync(").Indent(() => writer
            .Line($"{Choose(method, $"{spaces.OperationsClass}.{method.Main.RouteName}", route => $"{spaces.OperationsClass}.{route.RouteName}")},")
            .Line($"{(Subject(method) is { } subject ? $"new CardRequest({subject}, {build})" : build)},")
            .Line("options,")
            .Line("cancellationToken);"));
    }

    // The errors of a write say which card it was for, so that it can be looked up.
    private static string? Subject(MethodModel method)
    {
        if (method.Main.HandWritten || !method.Main.MayEndUnknown || method.Main.PathIds.FirstOrDefault(id => id.Wire == MemberId) is not { } member)
        {
            return null;
        }

        var campaign = method.Routes.SelectMany(route => route.PathIds).FirstOrDefault(id => id.Wire == CampaignId)?.Value ?? "campaignId: null";
        return $"{member.Value}, {campaign}";
    }

    private static string Choose(MethodModel method, string main, Func<OperationModel, string> twin) => method.Twin is { } other
        ? $"{method.OptionalId!.Value} is null ? {main} : {twin(other)}"
        : main;

    private static string Build(OperationModel route) => $"_api.{route.RouteName}({string.Join(", ", Arguments(route))})";

    private static IEnumerable<string> Arguments(OperationModel route)
    {
        foreach (var id in route.IdsInPath)
        {
            yield return id.Value;
        }

        if (route.Query is { } query)
        {
            yield return query.HasRequired ? "query.ToValues()" : "query?.ToValues() ?? NamedValues.None";
        }

        if (route.Body is { } body)
        {
            yield return body.IsForm ? $"{body.Name}.ToForm()" : body.Name;
        }
    }
}
