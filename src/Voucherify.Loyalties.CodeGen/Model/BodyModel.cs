namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A request body: JSON or a form.</summary>
internal sealed record BodyModel(TypeRef Type, bool IsForm, string Doc)
{
    public bool IsList => Type.Kind == TypeKind.List;

    /// <summary>The name of the method's parameter.</summary>
    public string Name => IsList ? "items" : "request";
}
