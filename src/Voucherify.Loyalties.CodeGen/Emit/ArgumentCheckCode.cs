using Voucherify.Loyalties.CodeGen.Model;

namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>The statements that check the arguments of a method.</summary>
internal static class ArgumentCheckCode
{
    /// <param name="method">The method.</param>
    /// <param name="keepStrings">Whether the strings of typed ids are kept in variables, for the request.</param>
    public static IEnumerable<string> Of(MethodModel method, bool keepStrings)
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
            yield return body.IsList ? $"{body.Name} = Validate.Items({body.Name});" : $"ArgumentNullException.ThrowIfNull({body.Name});";
            if (method.Main.ChecksBody)
            {
                yield return $"{CheckEmitter.ClassName(body.Type)}.Run({body.Name}, nameof({body.Name}));";
            }
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

    /// <summary>Whether the statements call hand-written checks.</summary>
    public static bool UsesValidation(MethodModel method) =>
        method.Routes.Any(route => route.PathIds.Count > 0) || method.Main.Body is { IsList: true };

    private static string Keep(ParameterModel id, bool keepStrings) => keepStrings ? $"var {id.Variable} = " : string.Empty;
}
