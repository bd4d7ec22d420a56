namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>What the emitters need to know about a document: C# names and types, no OpenAPI.</summary>
internal sealed record ApiModel(
    IReadOnlyList<RecordModel> Records,
    IReadOnlyList<EnumModel> Enums,
    IReadOnlyList<ResourceModel> Resources,
    IReadOnlyList<TypeRef> JsonRoots);

/// <summary>A resource client: the operations with one tag.</summary>
internal sealed record ResourceModel(string Tag, string Doc, IReadOnlyList<MethodModel> Methods)
{
    public string Interface => $"I{Tag}Client";

    public string Class => $"{Tag}Client";

    public string Api => $"I{Tag}Api";

    /// <summary>Whether raw JSON is in a body or an answer.</summary>
    public bool HasJson => Methods.Any(method => (method.Main.Body?.Type.HasJson ?? false) || (method.Main.Answer?.Type.HasJson ?? false));
}

/// <summary>An open enum.</summary>
internal sealed record EnumModel(string Name, string Doc, IReadOnlyList<EnumValueModel> Values);

/// <summary>A known value of an open enum.</summary>
internal sealed record EnumValueModel(string Name, string Wire, string Doc);
