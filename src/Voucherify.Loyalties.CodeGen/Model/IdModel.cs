namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>An id with a type of its own.</summary>
/// <param name="Type">The type.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Kind">What it is the id of, such as <c>campaign</c>.</param>
/// <param name="Prefix">What the ids that the service makes begin with.</param>
/// <param name="MinSuffix">How many letters or digits follow the prefix at least: a shorter value may be a name.</param>
internal sealed record IdModel(TypeRef Type, string Doc, string Kind, string Prefix, int MinSuffix)
{
    public string Name => Type.Name!;
}
