namespace Voucherify.Loyalties.CodeGen.Emit;

/// <summary>A parameter of a public method.</summary>
internal sealed record SignatureParameter(string Type, string Name, string? Default, string Doc)
{
    public override string ToString() => Default is null ? $"{Type} {Name}" : $"{Type} {Name} = {Default}";
}
