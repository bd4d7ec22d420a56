using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The statement that hands a call over to the dispatcher: the operation and how to build the request.</summary>
internal sealed class CallCode(ApiModel model, Namespaces namespaces)
{
    private const string MemberId = "memberId";
    private const string CampaignId = "campaignId";

    /// <summary>Whether the exceptions of a call name its card, so that an unknown outcome can be looked up.</summary>
    public static bool NamesCard(MethodModel method) =>
        method.Main is { Evidence: null, ReturnsNullWhenGone: false } && Card(method) is not null;

    public void Write(CodeWriter writer, MethodModel method)
    {
        if (method.Main.Evidence is { } evidence)
        {
            var read = model.Resources.SelectMany(resource => resource.Methods).First(other => other.Main.Id == evidence.ReadId).Main;
            new EvidenceCallCode(namespaces, method.Main, read).Write(writer, evidence);
            return;
        }

        var build = $"() => {Choose(method, Build)}";
        writer.Line($"return _context.{(method.Main.ReturnsNullWhenGone ? "Deletions" : "Dispatcher")}.SendAsync(").Indent(() => writer
            .Line($"{Choose(method, route => $"{namespaces.OperationsClass}.{route.RouteName}")},")
            .Line($"{(Card(method) is { } card ? $"new CardRequest({card}, {build})" : build)},")
            .Line("options,")
            .Line($"cancellationToken){Select(method.Main.Result)};"));
    }

    // An operation whose response lacks the member is incomplete, which the dispatcher has noticed. An absent list is empty.
    private static string Select(PropertyModel? result) => result switch
    {
        null => string.Empty,
        { Type.Kind: TypeKind.List } => $".SelectAsync(static body => body.{result.Name} ?? [])",
        _ => $".SelectAsync(static body => body.{result.Name}!)",
    };

    private static string? Card(MethodModel method)
    {
        if (!method.Main.MayEndUnknown || method.Main.PathIds.FirstOrDefault(id => id.Wire == MemberId) is not { } member)
        {
            return null;
        }

        var campaign = method.Routes.SelectMany(route => route.PathIds).FirstOrDefault(id => id.Wire == CampaignId);
        return $"{member.Variable}, {campaign?.Variable ?? "campaignId: null"}";
    }

    private static string Choose(MethodModel method, Func<OperationModel, string> code) => method.Variant is { } variant
        ? $"{method.OptionalId!.Variable} is null ? {code(method.Main)} : {code(variant)}"
        : code(method.Main);

    /// <summary>Builds the request of an operation from the parameters of its method.</summary>
    public static string Build(OperationModel route) => $"_api.{route.RouteName}({string.Join(", ", Arguments(route))})";

    private static IEnumerable<string> Arguments(OperationModel route)
    {
        foreach (var id in route.IdsInPath)
        {
            yield return id.Variable;
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
