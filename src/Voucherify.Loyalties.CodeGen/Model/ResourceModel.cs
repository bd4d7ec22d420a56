namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A resource client: the operations with one tag.</summary>
internal sealed record ResourceModel(string Tag, string Doc, IReadOnlyList<MethodModel> Methods)
{
    public string Interface => $"I{Tag}Client";

    /// <summary>The methods whose signatures are generated.</summary>
    public IEnumerable<MethodModel> GeneratedMethods => Methods.Where(method => !method.Main.RequestOnly);

    public string Class => $"{Tag}Client";

    public string Api => $"I{Tag}Api";

    /// <summary>Whether raw JSON is in a body or a response.</summary>
    public bool HasJson => Methods
        .SelectMany(method => new[] { method.Main.Body?.Type, method.Main.Response?.Type })
        .Any(type => type is { HasJson: true });
}
