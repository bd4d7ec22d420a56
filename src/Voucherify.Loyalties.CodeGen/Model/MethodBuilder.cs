namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>Combines operations that do the same into one method.</summary>
internal static class MethodBuilder
{
    /// <summary>
    /// Combines an operation with its alias that has one more id: the method calls one or the other.
    /// An alias with the same ids adds nothing, so only the documentation names it.
    /// </summary>
    public static IReadOnlyList<MethodModel> Build(IReadOnlyList<OperationModel> operations)
    {
        var aliases = operations.ToLookup(operation => operation.AliasOf, StringComparer.Ordinal);
        return [.. aliases[null].Select(main => Build(main, [.. aliases[main.Id]]))];
    }

    private static MethodModel Build(OperationModel main, IReadOnlyList<OperationModel> aliases) => new(main, Variant(main, aliases))
    {
        UncalledRoutes = [.. aliases.Where(alias => alias.PathIds.Count == main.PathIds.Count)],
    };

    private static OperationModel? Variant(OperationModel main, IReadOnlyList<OperationModel> aliases)
    {
        var variant = aliases.FirstOrDefault(alias => alias.PathIds.Count == main.PathIds.Count + 1);
        if (variant is null)
        {
            return null;
        }

        var extra = variant.PathIds.Single(id => main.PathIds.All(other => other.Wire != id.Wire));
        return variant with
        {
            RouteName = $"{main.Name}In{Naming.Pascal(extra.Wire).Replace("Id", string.Empty, StringComparison.Ordinal)}",
            Query = main.Query,
        };
    }
}
