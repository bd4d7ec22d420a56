namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>An id with a type of its own.</summary>
/// <param name="Type">The type.</param>
/// <param name="Doc">The documentation.</param>
/// <param name="Kind">What it identifies, such as <c>campaign</c>.</param>
/// <param name="Prefix">The prefix of the ids that the service generates.</param>
/// <param name="MinSuffix">The least number of letters or digits after the prefix. A shorter value may be a name.</param>
internal sealed record IdModel(TypeRef Type, string Doc, string Kind, string Prefix, int MinSuffix)
{
    public string Name => Type.Name!;
}
