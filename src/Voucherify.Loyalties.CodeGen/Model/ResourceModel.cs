namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A resource client: the operations with one tag.</summary>
internal sealed record ResourceModel(string Tag, string Doc, IReadOnlyList<MethodModel> Methods)
{
    public string Interface => $"I{Tag}Client";

    public string Class => $"{Tag}Client";

    public string Api => $"I{Tag}Api";

    /// <summary>Whether raw JSON is in a body or an answer.</summary>
    public bool HasJson => Methods.Any(method => (method.Main.Body?.Type.HasJson ?? false) || (method.Main.Answer?.Type.HasJson ?? false));
}
