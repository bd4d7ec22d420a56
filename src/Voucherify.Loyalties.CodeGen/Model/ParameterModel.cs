namespace Voucherify.Loyalties.CodeGen.Model;

/// <summary>A parameter in the path.</summary>
/// <param name="Wire">The name in the path.</param>
/// <param name="Name">The name in C#.</param>
/// <param name="Type">A string, or an id with a type of its own.</param>
/// <param name="Doc">The documentation.</param>
internal sealed record ParameterModel(string Wire, string Name, TypeRef Type, string Doc)
{
    public bool IsTyped => Type.Kind == TypeKind.Id;

    /// <summary>The variable that holds the string: a typed id is checked and converted once.</summary>
    public string Variable => !IsTyped ? Name
        : Name.EndsWith("Id", StringComparison.Ordinal) ? Name[..^2]
        : $"{Name}Value";
}
