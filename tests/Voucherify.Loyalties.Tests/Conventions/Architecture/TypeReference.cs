namespace Voucherify.Loyalties.Tests.Conventions.Architecture;

/// <summary>A line of one type that refers to another type.</summary>
internal sealed record TypeReference(TypeNode From, TypeNode To, SourceFile File, int Line)
{
    public override string ToString() => $"{File.Path}({Line}): {From.Folder} -> {To.Folder}, {From.Name} -> {To.Name}";
}
