namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A public method: an operation, and its variant with one more id in the path.</summary>
/// <param name="Main">The operation that is called unless the optional id is given.</param>
/// <param name="Variant">The operation that is called with the optional id, if there is one.</param>
internal sealed record MethodModel(OperationModel Main, OperationModel? Variant)
{
    public string Name => Main.Name;

    /// <summary>The id that only the variant has, such as <c>campaignId</c>.</summary>
    public ParameterModel? OptionalId => Variant?.PathIds.First(id => Main.PathIds.All(other => other.Wire != id.Wire));

    /// <summary>The operations that the method calls.</summary>
    public IEnumerable<OperationModel> Routes => Variant is null ? [Main] : [Main, Variant];

    /// <summary>Operations that do the same under another path with the same ids. They are never called.</summary>
    public IReadOnlyList<OperationModel> UncalledRoutes { get; init; } = [];
}
